import type { Location } from '../finding.js';
import type { Machine, SeccompArch } from '../seccomp/arch.js';
import type { ArchMapEntry, Profile, RuleScope, SyscallRule } from '../seccomp/profile.js';
import { alternativesKey, callsOn, type MachineCall } from './machine-calls.js';
import type { MachineProfile } from './machine-profile.js';

/**
 * One profile for all machines that profiles were written for. For each machine it resolves to the same filter as the profile for
 * it, or where there are several to one that lets through what any of them does. What is the same everywhere is said once, the
 * rest by rules that count on some machines only. The comment of a rule tells where its calls were seen.
 */
export function mergeProfiles(profiles: readonly MachineProfile[]): Profile {
  const machines = [...new Set(profiles.map(({ machine }) => machine))].sort();
  const calls = machines.flatMap((machine) =>
    callsOn(
      machine,
      profiles.filter((one) => one.machine === machine),
    ),
  );
  return {
    file: PLACE.file,
    defaultAction: 'SCMP_ACT_ERRNO',
    defaultErrnoRet: null,
    architectures: { kind: 'map', entries: machines.map((machine) => entryOf(machine, profiles)) },
    flags: [],
    listenerPath: null,
    listenerMetadata: null,
    rules: rulesOf(calls, machines),
    locations: new Map(),
    location: PLACE,
  };
}

const PLACE: Location = { file: 'merged profile', line: 1, column: 1 };
const ANYWHERE: RuleScope = { capabilities: [], arches: [], minKernel: null };
const NATIVE: Readonly<Record<Machine, SeccompArch>> = { amd64: 'SCMP_ARCH_X86_64', arm64: 'SCMP_ARCH_AARCH64' };

function entryOf(machine: Machine, profiles: readonly MachineProfile[]): ArchMapEntry {
  const architecture = NATIVE[machine];
  const opened = profiles.flatMap(({ machine: other, profile: { architectures } }) =>
    other === machine && architectures.kind === 'list' ? architectures.names : [],
  );
  return { architecture, subArchitectures: [...new Set(opened)].filter((name) => name !== architecture) };
}

/** Calls of one name with which the same is done on several machines. */
interface SharedCall extends Pick<MachineCall, 'name' | 'errno' | 'alternatives'> {
  readonly machines: readonly Machine[];
  readonly comment: string;
}

function rulesOf(calls: readonly MachineCall[], machines: readonly Machine[]): readonly SyscallRule[] {
  const shared = grouped(calls, ({ name, errno, alternatives }) => `${name} ${errno} ${alternativesKey(alternatives)}`)
    .map(sharedCall)
    .sort((a, b) => rank(a) - rank(b));
  const plain = shared.filter(({ alternatives }) => alternatives.length === 0);
  const allowed = plain.filter(({ errno }) => errno === null);
  const refused = plain.filter(({ errno }) => errno !== null);
  const rulesFor = (some: readonly SharedCall[]): readonly SyscallRule[] =>
    grouped(some, ({ machines: on, errno, comment }) => `${on.join()} ${errno} ${comment}`).map((group) =>
      ruleOf(group, machines, []),
    );
  return [
    ...rulesFor(allowed),
    ...shared.flatMap((call) => call.alternatives.map((args) => ruleOf([call], machines, args))),
    ...rulesFor(refused),
  ];
}

/** What holds on more machines first. */
function rank({ machines }: SharedCall): number {
  return -machines.length;
}

function sharedCall([first, ...others]: readonly [MachineCall, ...MachineCall[]]): SharedCall {
  const all = [first, ...others];
  const { name, errno, alternatives } = first;
  const comment = all.flatMap(({ seen }) => (seen === '' ? [] : [seen])).join('; ');
  return { name, errno, alternatives, comment, machines: all.map(({ machine }) => machine) };
}

function ruleOf(
  [first, ...others]: readonly [SharedCall, ...SharedCall[]],
  machines: readonly Machine[],
  args: SyscallRule['args'],
): SyscallRule {
  const names = [first, ...others].map(({ name }) => name).sort();
  return {
    names,
    action: first.errno === null ? 'SCMP_ACT_ALLOW' : 'SCMP_ACT_ERRNO',
    errnoRet: first.errno,
    args,
    includes: first.machines.length === machines.length ? ANYWHERE : { ...ANYWHERE, arches: first.machines },
    excludes: ANYWHERE,
    comment: first.comment,
    location: PLACE,
    nameLocations: names.map(() => PLACE),
  };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
