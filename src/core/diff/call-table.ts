import { goesThrough, outcomeOf, type Outcome } from '../seccomp/action.js';
import type { Machine, SeccompArch } from '../seccomp/arch.js';
import { buildCallTrees } from '../seccomp/call-trees.js';
import { decide, nativeAbi, type Filter } from '../seccomp/filter.js';
import type { ArgumentCondition, Profile } from '../seccomp/profile.js';
import { resolve, type ResolveEnvironment } from '../seccomp/resolve.js';
import { applies } from '../seccomp/rule-scope.js';
import { runtimeTraits } from '../seccomp/runtime-traits.js';
import { abisOf, NEWEST_LIBSECCOMP, syscallsOf } from '../seccomp/syscalls.js';

/** One ABI that a filter lets in, asked by name. */
export interface CallTable {
  /** `amd64`, `arm64`, `x32`, or seccomp's name in lower case. */
  readonly abi: string;
  /** The calls worth asking about: all others are answered like unknown ones. */
  readonly names: readonly string[];
  /** What becomes of a call; `null`: of a number that no table knows. Absent arguments are 0. */
  readonly outcome: (name: string | null, args: readonly bigint[]) => Outcome;
  readonly conditions: (name: string) => readonly ArgumentCondition[];
}

/** What a profile does on a machine, an entry for each ABI it lets in, the machine's own first. */
export function callTables(profile: Profile, environment: ResolveEnvironment): ReadonlyMap<string, CallTable> {
  const filter = resolve(profile, environment);
  const opened = MACHINE_ABIS[filter.machine].filter((arch) => filter.opens.includes(arch));
  const tables = opened.map((arch) =>
    NUMBERED.has(arch) ? numberedTable(filter, arch) : namedTable(profile, environment, arch),
  );
  return new Map(tables.map((table) => [table.abi, table]));
}

/** Whether any call gets through. */
export function opensAnything({ names, outcome }: CallTable): boolean {
  return goesThrough(outcome(null, [])) || names.some((name) => goesThrough(outcome(name, [])));
}

/** The ABIs a machine has at all, its own first: naming any other one in a profile opens nothing. */
const MACHINE_ABIS = {
  amd64: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32'],
  arm64: ['SCMP_ARCH_AARCH64', 'SCMP_ARCH_ARM'],
} as const satisfies Record<Machine, readonly SeccompArch[]>;

const NUMBERED: ReadonlySet<string> = new Set(['SCMP_ARCH_X86_64', 'SCMP_ARCH_AARCH64', 'SCMP_ARCH_X32']);
const X32_BIT = 0x4000_0000;
/** Above every number that any ABI has, below the x32 bit. */
const UNKNOWN_NUMBER = 0x3fff_ffff;

function numberedTable(filter: Filter, arch: SeccompArch): CallTable {
  const isX32 = arch === 'SCMP_ARCH_X32';
  const abi = isX32 ? 'x32' : nativeAbi(filter.machine);
  const numbers = new Map(syscallsOf(abi).map(({ name, number }) => [name, number]));
  const numberOf = (name: string | null): number =>
    name === null ? UNKNOWN_NUMBER : (numbers.get(name) ?? UNKNOWN_NUMBER);
  return {
    abi: isX32 ? abi : filter.machine,
    names: [...numbers.keys()],
    outcome: (name, args) => decide(filter, numberOf(name) + (isX32 ? X32_BIT : 0), args),
    conditions: (name) => conditionsIn(filter.abis.get(abi)?.calls.get(numberOf(name))),
  };
}

/** Where no numbers are known, the rules still tell every name apart: a call that none names is answered by default. */
function namedTable(profile: Profile, environment: ResolveEnvironment, arch: SeccompArch): CallTable {
  const abi = arch.slice('SCMP_ARCH_'.length).toLowerCase();
  const errno = environment.dropsDefaultErrno === true ? null : profile.defaultErrnoRet;
  const defaultOutcome = outcomeOf(profile.defaultAction, errno);
  const { trees } = buildCallTrees(
    {
      rules: profile.rules.filter((rule) => applies(rule, environment)),
      defaultOutcome,
      libseccomp: environment.libseccomp ?? NEWEST_LIBSECCOMP,
      mostConditions: runtimeTraits(environment.runtime).mostConditions,
    },
    { width: 32, multiplexes: arch === 'SCMP_ARCH_X86' },
  );
  return {
    abi,
    names: [...trees.keys()].filter((name) => abisOf(name).includes(abi)),
    outcome: (name, args) => (name === null ? null : trees.get(name)?.find(args)?.outcome) ?? defaultOutcome,
    conditions: (name) => conditionsIn(trees.get(name)),
  };
}

function conditionsIn(
  tree: { readonly branches: readonly { readonly conditions: readonly ArgumentCondition[] }[] } | undefined,
): readonly ArgumentCondition[] {
  return tree?.branches.flatMap(({ conditions }) => conditions) ?? [];
}
