import type { Location } from '../finding.js';
import { loosenings, type Loosening } from './compare.js';
import { decide, type Filter } from './filter.js';
import type { Profile, SyscallRule } from './profile.js';

/** How what a profile enforces differs from Docker's current default for the same service. Plain JSON. */
export interface ProfileComparison {
  /** Calls that only the profile lets through, by number. */
  readonly looser: readonly ComparedCall[];
  /** Calls that only Docker's current default lets through. */
  readonly tighter: readonly ComparedCall[];
}

export interface ComparedCall {
  readonly name: string;
  /** `always`: whatever its arguments are. */
  readonly extent: 'always' | 'conditionally';
  /** What in the profile decides so: the name in a rule, else the default. */
  readonly location: Location;
}

/** Compares what a profile enforces with Docker's current default, call by call of the machine's own ABI. */
export function compareProfile(profile: Profile, enforced: Filter, dockerDefault: Filter): ProfileComparison {
  const placed = ({ name, extent }: Loosening, rule: SyscallRule | null): ComparedCall => ({
    name,
    extent,
    location:
      rule === null
        ? (profile.locations.get('defaultAction') ?? profile.location)
        : (rule.nameLocations[rule.names.indexOf(name)] ?? rule.location),
  });
  return {
    looser: loosenings(enforced, dockerDefault).map((call) => placed(call, call.rule)),
    tighter: loosenings(dockerDefault, enforced).map((call) => placed(call, refusingRule(enforced, call))),
  };
}

function refusingRule(filter: Filter, { number, example }: Loosening): SyscallRule | null {
  const args = [0, 1, 2, 3, 4, 5].map((index) => example.get(index) ?? 0n);
  return decide(filter, number, args).rule;
}
