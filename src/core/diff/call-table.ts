import { goesThrough, type Outcome } from '../seccomp/action.js';
import type { Machine, SeccompArch } from '../seccomp/arch.js';
import { decideIn, nativeAbi, type Filter } from '../seccomp/filter.js';
import type { ArgumentCondition, Profile } from '../seccomp/profile.js';
import { resolve, type ResolveEnvironment } from '../seccomp/resolve.js';
import { syscallsOf, type Abi } from '../seccomp/syscalls.js';

/** One ABI that a filter lets in, asked by name. */
export interface CallTable {
  /** `amd64` or `arm64` for the machine's own; `x32`, `x86` or `arm`. */
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
  const tables = MACHINE_ABIS[filter.machine].flatMap(({ arch, abi }) =>
    filter.opens.includes(arch) ? [callTable(filter, abi)] : [],
  );
  return new Map(tables.map((table) => [table.abi, table]));
}

/** Whether any call gets through. */
export function opensAnything({ names, outcome }: CallTable): boolean {
  return goesThrough(outcome(null, [])) || names.some((name) => goesThrough(outcome(name, [])));
}

/** The ABIs a machine has at all, its own first: naming any other one in a profile opens nothing. */
const MACHINE_ABIS = {
  amd64: [
    { arch: 'SCMP_ARCH_X86_64', abi: 'x86_64' },
    { arch: 'SCMP_ARCH_X86', abi: 'x86' },
    { arch: 'SCMP_ARCH_X32', abi: 'x32' },
  ],
  arm64: [
    { arch: 'SCMP_ARCH_AARCH64', abi: 'aarch64' },
    { arch: 'SCMP_ARCH_ARM', abi: 'arm' },
  ],
} as const satisfies Record<Machine, readonly { readonly arch: SeccompArch; readonly abi: Abi }[]>;

/** Above every number that any ABI has, below the x32 bit. */
const UNKNOWN_NUMBER = 0x3fff_ffff;

function callTable(filter: Filter, abi: Abi): CallTable {
  const numbers = new Map(syscallsOf(abi).map(({ name, number }) => [name, number]));
  const numberOf = (name: string | null): number =>
    name === null ? UNKNOWN_NUMBER : (numbers.get(name) ?? UNKNOWN_NUMBER);
  return {
    abi: abi === nativeAbi(filter.machine) ? filter.machine : abi,
    names: [...numbers.keys()],
    outcome: (name, args) => decideIn(filter, abi, { number: numberOf(name), args }),
    conditions: (name) => conditionsIn(filter.abis.get(abi)?.calls.get(numberOf(name))),
  };
}

function conditionsIn(
  tree: { readonly branches: readonly { readonly conditions: readonly ArgumentCondition[] }[] } | undefined,
): readonly ArgumentCondition[] {
  return tree?.branches.flatMap(({ conditions }) => conditions) ?? [];
}
