import type { Capability } from '../capability/names.js';
import type { Machine } from '../seccomp/arch.js';
import { dockerDefault } from '../seccomp/docker-default.js';
import type { KernelVersion, Profile } from '../seccomp/profile.js';
import { callDifferences } from './call-differences.js';
import { callTables, opensAnything, type CallTable } from './call-table.js';
import type { Change, Sides } from './difference.js';
import { membership } from './scale.js';

/** A profile and the bounding set it is resolved with. */
export interface ConfiningProfile {
  readonly profile: Profile;
  readonly capabilities: readonly Capability[];
}

/** What filters are computed for. */
export interface Machines {
  readonly machines: readonly Machine[];
  readonly kernel: KernelVersion;
}

/** Where two profiles differ in what the kernel would enforce, machine by machine; how they are written does not matter. */
export function profileDifferences(sides: Sides<ConfiningProfile>, { machines, kernel }: Machines): readonly Change[] {
  if (isOne(sides)) return [];
  const calls = machines.flatMap((arch) => {
    const tablesOf = ({ profile, capabilities }: ConfiningProfile): ReadonlyMap<string, CallTable> =>
      callTables(profile, { arch, kernel, capabilities: new Set(capabilities) });
    return abiDifferences({ before: tablesOf(sides.before), after: tablesOf(sides.after) });
  });
  return [...calls, ...flagDifferences(sides.before.profile, sides.after.profile)];
}

/** What a container without seccomp is: a filter that lets everything through, in every ABI Docker's default lets in. */
export function openProfile(): Profile {
  return { ...dockerDefault(), defaultAction: 'SCMP_ACT_ALLOW', defaultErrnoRet: null, rules: [] };
}

/** Spares the resolution, which takes a tenth of a second. */
function isOne({ before, after }: Sides<ConfiningProfile>): boolean {
  return before.profile === after.profile && before.capabilities.join() === after.capabilities.join();
}

function abiDifferences({ before, after }: Sides<ReadonlyMap<string, CallTable>>): readonly Change[] {
  const abis = [...new Set([...before.keys(), ...after.keys()])];
  return abis.flatMap((abi) => {
    const sides = { before: before.get(abi) ?? null, after: after.get(abi) ?? null };
    if (sides.before !== null && sides.after !== null) {
      return callDifferences({ before: sides.before, after: sides.after });
    }
    return abiDifference(abi, sides);
  });
}

/** The calls of an ABI that is not let in kill the thread. */
function abiDifference(abi: string, { before, after }: Sides<CallTable | null>): readonly Change[] {
  const open = [before, after].some((table) => table !== null && opensAnything(table));
  const [closed, opened] = ['closed (thread killed)', 'open'];
  const direction = open ? (after === null ? 'tighter' : 'looser') : 'changed';
  const words = after === null ? { before: opened, after: closed } : { before: closed, after: opened };
  return [{ direction, aspect: 'abi', abi, name: abi, ...words }];
}

/**
 * SPEC_ALLOW leaves out the kernel's defence against Speculative Store Bypass.
 * Source: https://man7.org/linux/man-pages/man2/seccomp.2.html
 */
const LOOSE_FLAG = 'SECCOMP_FILTER_FLAG_SPEC_ALLOW';

function flagDifferences(before: Profile, after: Profile): readonly Change[] {
  const flags = membership({
    aspect: 'seccomp',
    before: before.flags,
    after: after.flags,
    gained: 'changed',
    absent: 'not set',
    present: 'set',
  });
  return flags.map((flag) =>
    flag.name === LOOSE_FLAG ? { ...flag, direction: flag.after === 'set' ? 'looser' : 'tighter' } : flag,
  );
}
