import type { Capability } from '../capability/names.js';
import { outcomeOf, sameOutcome, type Outcome } from './action.js';
import type { Machine, SeccompArch } from './arch.js';
import { DecisionTree } from './decision-tree.js';
import { nativeAbi, type AbiFilter, type Conflict, type Filter } from './filter.js';
import type { ArgumentCondition, KernelVersion, Profile, RuleScope, SyscallRule } from './profile.js';
import type { Branch } from './test-chain.js';
import { findSyscall, type Abi, type LibseccompVersion, type Syscall } from './syscalls.js';

/** What a profile is resolved for. */
export interface ResolveEnvironment {
  readonly arch: Machine;
  readonly kernel: KernelVersion;
  /** The container's bounding set. */
  readonly capabilities: ReadonlySet<Capability>;
  /** Names it does not know are left out without a word. Absent: the newest. */
  readonly libseccomp?: LibseccompVersion;
  /** Whether the engine loses `defaultErrnoRet`, as dockerd does before 23.0. Absent: it does not. */
  readonly dropsDefaultErrno?: boolean;
}

/**
 * The filter the kernel gets for a profile, as dockerd, runc and libseccomp make it together.
 * Sources: https://github.com/moby/profiles/blob/main/seccomp/seccomp_linux.go (setupSeccomp),
 * https://github.com/opencontainers/runc/blob/v1.3.0/libcontainer/seccomp/seccomp_linux.go (InitSeccomp) and
 * https://github.com/opencontainers/runc/blob/v1.3.0/libcontainer/seccomp/patchbpf/enosys_linux.go
 */
export function resolve(profile: Profile, environment: ResolveEnvironment): Filter {
  const listed = listedArchitectures(profile, environment.arch);
  const native = SECCOMP_ARCH[nativeAbi(environment.arch)];
  const opens = [...new Set([native, ...listed])];
  const context: Context = {
    rules: profile.rules.filter((rule) => applies(rule, environment)),
    defaultOutcome: outcomeOf(profile.defaultAction, environment.dropsDefaultErrno ? null : profile.defaultErrnoRet),
    libseccomp: environment.libseccomp ?? NEWEST_LIBSECCOMP,
    conflicts: [],
  };
  const computed = COMPUTED_ABIS[environment.arch].filter((abi) => opens.includes(SECCOMP_ARCH[abi]));
  const abis = new Map(computed.map((abi) => [abi, resolveAbi(context, abi, listed.includes(SECCOMP_ARCH[abi]))]));
  const { defaultOutcome, conflicts } = context;
  return { machine: environment.arch, opens, defaultOutcome, abis, conflicts };
}

const NEWEST_LIBSECCOMP: LibseccompVersion = '2.6';
const SECCOMP_ARCH = {
  x86_64: 'SCMP_ARCH_X86_64',
  x32: 'SCMP_ARCH_X32',
  aarch64: 'SCMP_ARCH_AARCH64',
} as const satisfies Record<Abi, SeccompArch>;
const COMPUTED_ABIS = { amd64: ['x86_64', 'x32'], arm64: ['aarch64'] } as const satisfies Record<
  Machine,
  readonly Abi[]
>;

interface Context {
  readonly rules: readonly SyscallRule[];
  readonly defaultOutcome: Outcome;
  readonly libseccomp: LibseccompVersion;
  readonly conflicts: Conflict[];
}

/** What the engine hands to the runtime. A map without an entry for the machine says nothing. */
function listedArchitectures({ architectures }: Profile, machine: Machine): readonly SeccompArch[] {
  if (architectures.kind === 'native') return [];
  if (architectures.kind === 'list') return architectures.names;
  const native = SECCOMP_ARCH[nativeAbi(machine)];
  const entry = architectures.entries.find(({ architecture }) => architecture === native);
  return entry === undefined ? [] : [native, ...entry.subArchitectures];
}

/** Whether a rule counts at all: one reason to leave it out is enough, and every wish has to be met. */
export function applies({ includes, excludes }: SyscallRule, environment: ResolveEnvironment): boolean {
  const excluded =
    excludes.arches.includes(environment.arch) ||
    excludes.capabilities.some((name) => environment.capabilities.has(name)) ||
    (excludes.minKernel !== null && isAtLeast(environment.kernel, excludes.minKernel));
  return !excluded && meets(includes, environment);
}

function meets({ arches, capabilities, minKernel }: RuleScope, environment: ResolveEnvironment): boolean {
  return (
    (arches.length === 0 || arches.includes(environment.arch)) &&
    capabilities.every((name) => environment.capabilities.has(name)) &&
    (minKernel === null || isAtLeast(environment.kernel, minKernel))
  );
}

function isAtLeast(kernel: KernelVersion, wanted: KernelVersion): boolean {
  return kernel.major === wanted.major ? kernel.minor >= wanted.minor : kernel.major > wanted.major;
}

function resolveAbi(context: Context, abi: Abi, listed: boolean): AbiFilter {
  const calls = new Map<number, DecisionTree>();
  let highest = 0;
  for (const rule of context.rules) {
    for (const name of rule.names) {
      const call = knownCall(context, abi, name);
      if (call === null) continue;
      highest = Math.max(highest, call.number);
      addRule({ context, abi, calls }, rule, call);
    }
  }
  const hasStub = listed && highest > 0 && !PERMISSIVE.has(context.defaultOutcome.action);
  return { highestNumber: hasStub ? highest : null, calls };
}

/** Under these defaults runc adds no ENOSYS stub. */
const PERMISSIVE: ReadonlySet<string> = new Set(['SCMP_ACT_ALLOW', 'SCMP_ACT_LOG', 'SCMP_ACT_TRACE']);

function knownCall({ libseccomp }: Context, abi: Abi, name: string): Syscall | null {
  const call = findSyscall(abi, name);
  const since = call?.libseccompSince ?? null;
  return since !== null && since <= libseccomp ? call : null;
}

interface AbiUnderWay {
  readonly context: Context;
  readonly abi: Abi;
  readonly calls: Map<number, DecisionTree>;
}

/** A rule that says what the default says is left out by runc, but its names counted for the stub. */
function addRule({ context, abi, calls }: AbiUnderWay, rule: SyscallRule, call: Syscall): void {
  const outcome = outcomeOf(rule.action, rule.errnoRet);
  if (sameOutcome(outcome, context.defaultOutcome)) return;
  const tree = calls.get(call.number) ?? new DecisionTree(abi === 'x32' ? 32 : 64);
  calls.set(call.number, tree);
  for (const conditions of alternatives(rule.args)) {
    const branch: Branch = { conditions, outcome, rule };
    if (!tree.add(branch)) context.conflicts.push({ name: call.name, rule });
  }
}

/** Two conditions on one argument turn every condition of the rule into a rule of its own. */
function alternatives(args: readonly ArgumentCondition[]): readonly (readonly ArgumentCondition[])[] {
  const distinct = new Set(args.map(({ index }) => index)).size;
  return distinct === args.length ? [args] : args.map((condition) => [condition]);
}
