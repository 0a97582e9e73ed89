import type { RuntimeName } from '../fit/runtime-floor.js';
import { outcomeOf } from './action.js';
import type { Machine, SeccompArch } from './arch.js';
import { buildCallTrees, knownNames, type CallTrees, type Conflict, type RuleSet } from './call-trees.js';
import { nativeAbi, type AbiFilter, type Filter } from './filter.js';
import type { Profile } from './profile.js';
import { runtimeTraits } from './runtime-traits.js';
import { multiplexed } from './multiplexed.js';
import { applies, type ScopeFacts } from './rule-scope.js';
import { filteredNumber, NEWEST_LIBSECCOMP, type Abi, type LibseccompVersion } from './syscalls.js';

/** What a profile is resolved for. */
export interface ResolveEnvironment extends ScopeFacts {
  /** Names it does not know are left out without a word. Absent: the newest. */
  readonly libseccomp?: LibseccompVersion;
  /** What makes the filter. Absent: a current runc. */
  readonly runtime?: RuntimeName;
  /** Whether the engine loses `defaultErrnoRet`, as dockerd does before 23.0. Absent: it does not. */
  readonly dropsDefaultErrno?: boolean;
}

/**
 * The filter the kernel gets for a profile, as the engine, its runtime and libseccomp make it together.
 * Sources: https://github.com/moby/profiles/blob/main/seccomp/seccomp_linux.go (setupSeccomp) and
 * https://github.com/opencontainers/runc/blob/v1.3.0/libcontainer/seccomp/seccomp_linux.go (InitSeccomp)
 */
export function resolve(profile: Profile, environment: ResolveEnvironment): Filter {
  const machine = environment.arch;
  const listed = listedArchitectures(profile, machine);
  const opens = [...new Set([SECCOMP_ARCH[nativeAbi(machine)], ...listed])];
  const traits = runtimeTraits(environment.runtime);
  const stubbed = traits.stub === 'none' ? [] : traits.stub === 'listed' ? listed : opens;
  const errno = environment.dropsDefaultErrno === true ? null : profile.defaultErrnoRet;
  const ruleSet: RuleSet = {
    rules: profile.rules.filter((rule) => applies(rule, environment)),
    defaultOutcome: outcomeOf(profile.defaultAction, errno),
    libseccomp: environment.libseccomp ?? NEWEST_LIBSECCOMP,
    mostConditions: traits.mostConditions,
  };
  const abis = new Map<Abi, AbiFilter>();
  const conflicts: Conflict[] = [];
  for (const arch of opens) {
    const built = buildCallTrees(ruleSet, conventionOf(arch, machine));
    conflicts.push(...built.conflicts);
    const abi = COMPUTED_ABIS[machine].find((candidate) => SECCOMP_ARCH[candidate] === arch);
    if (abi === undefined) continue;
    const calls = byNumber(built, abi, ruleSet.libseccomp);
    abis.set(abi, { calls, highestNumber: highest(ruleSet, abi, stubbed) });
  }
  return { machine, opens, defaultOutcome: ruleSet.defaultOutcome, abis, conflicts };
}

const SECCOMP_ARCH = {
  x86_64: 'SCMP_ARCH_X86_64',
  x32: 'SCMP_ARCH_X32',
  x86: 'SCMP_ARCH_X86',
  aarch64: 'SCMP_ARCH_AARCH64',
  arm: 'SCMP_ARCH_ARM',
} as const satisfies Record<Abi, SeccompArch>;
const COMPUTED_ABIS: Readonly<Record<Machine, readonly Abi[]>> = {
  amd64: ['x86_64', 'x32', 'x86'],
  arm64: ['aarch64', 'arm'],
};

/** Only the machine's own ABI passes 64-bit arguments. */
function conventionOf(arch: SeccompArch, machine: Machine): Parameters<typeof buildCallTrees>[1] {
  return { width: arch === SECCOMP_ARCH[nativeAbi(machine)] ? 64 : 32, multiplexes: arch === 'SCMP_ARCH_X86' };
}

/** What the engine hands to the runtime. A map without an entry for the machine says nothing. */
function listedArchitectures({ architectures }: Profile, machine: Machine): readonly SeccompArch[] {
  if (architectures.kind === 'native') return [];
  if (architectures.kind === 'list') return architectures.names;
  const native = SECCOMP_ARCH[nativeAbi(machine)];
  const entry = architectures.entries.find(({ architecture }) => architecture === native);
  return entry === undefined ? [] : [native, ...entry.subArchitectures];
}

function byNumber({ trees }: CallTrees, abi: Abi, libseccomp: LibseccompVersion): AbiFilter['calls'] {
  const calls: [number, NonNullable<ReturnType<typeof trees.get>>][] = [];
  for (const [name, tree] of trees) {
    const number = filteredNumber(abi, name, libseccomp);
    if (number !== null) calls.push([number, tree]);
  }
  return new Map(calls);
}

/**
 * Where runc's ENOSYS stub begins: above the highest number the profile names, rules that say what the default says
 * included. There is none under a permissive default or for an ABI that the runtime leaves out. runc takes a highest number of 0
 * for no name at all; an x32 number is never 0 to it, for its bit counts. Nor do calls count that 32-bit x86 also makes through
 * another one: libseccomp gives them numbers below 0 there.
 * Source: https://github.com/opencontainers/runc/blob/v1.3.0/libcontainer/seccomp/patchbpf/enosys_linux.go
 */
function highest(ruleSet: RuleSet, abi: Abi, stubbed: readonly SeccompArch[]): number | null {
  if (PERMISSIVE.has(ruleSet.defaultOutcome.action) || !stubbed.includes(SECCOMP_ARCH[abi])) return null;
  const numbers = knownNames(ruleSet)
    .filter((name) => abi !== 'x86' || multiplexed(name) === null)
    .map((name) => filteredNumber(abi, name, ruleSet.libseccomp) ?? NONE);
  const number = Math.max(NONE, ...numbers);
  return number > 0 || (number === 0 && abi === 'x32') ? number : null;
}

const NONE = -1;
const PERMISSIVE: ReadonlySet<string> = new Set(['SCMP_ACT_ALLOW', 'SCMP_ACT_LOG', 'SCMP_ACT_TRACE']);
