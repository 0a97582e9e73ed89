import type { Location } from '../finding.js';
import type { SyscallRule } from '../seccomp/profile.js';
import { applies } from '../seccomp/rule-scope.js';
import type { LintContext } from './rule.js';

/** Where a rule names a call; the rule itself when it does not. */
export function placeOfName({ names, nameLocations, location }: SyscallRule, name: string): Location {
  return nameLocations[names.indexOf(name)] ?? location;
}

/** The rules of the service's profile that count on its machine, kernel and capabilities, in order. */
export function countingRules({ profile, environment, capabilities }: LintContext): readonly SyscallRule[] {
  const facts = {
    arch: environment.machine,
    kernel: environment.kernel,
    capabilities: new Set(capabilities.bounding),
  };
  return (profile?.rules ?? []).filter((rule) => applies(rule, facts));
}
