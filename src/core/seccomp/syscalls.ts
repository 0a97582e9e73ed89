import { suggest } from '../suggest.js';
import { SYSCALL_TABLE } from './syscalls.generated.js';

/** The ABIs whose numbers are known. x32 numbers are given without the x32 bit. */
export type Abi = 'x86_64' | 'x32' | 'aarch64';

/** libseccomp's minor versions that the table tells apart, as `major.minor`. */
export type LibseccompVersion = '2.5' | '2.6';

/** Numbers on x86_64, x32 and aarch64, the names of the other ABIs that have it, the libseccomp that learned it. */
export type SyscallRow = readonly [number | null, number | null, number | null, string, LibseccompVersion | null];

export interface Syscall {
  readonly name: string;
  readonly number: number;
}

/** Whether any Linux ABI has a call of this name. Sources are in data/syscalls.csv, row by row. */
export function isSyscallName(name: string): boolean {
  return Object.hasOwn(SYSCALL_TABLE, name);
}

/** The call of this name on an ABI, `null` when it has none. */
export function findSyscall(abi: Abi, name: string): Syscall | null {
  if (!isSyscallName(name)) return null;
  const row = SYSCALL_TABLE[name];
  const number = row?.[COLUMN[abi]] ?? null;
  return number === null ? null : { name, number };
}

/** The oldest libseccomp that knows the name, of those in data/syscalls.csv; `null` when none does. */
export function libseccompSince(name: string): LibseccompVersion | null {
  return isSyscallName(name) ? (SYSCALL_TABLE[name]?.[4] ?? null) : null;
}

/** Every call of an ABI by ascending number. */
export function syscallsOf(abi: Abi): readonly Syscall[] {
  return Object.keys(SYSCALL_TABLE)
    .map((name) => findSyscall(abi, name))
    .filter((call) => call !== null)
    .sort((a, b) => a.number - b.number);
}

/** The ABIs that have a call of this name, seccomp's names in lower case; none when there is no such call. */
export function abisOf(name: string): readonly string[] {
  if (!isSyscallName(name)) return [];
  const numbered = ABIS.filter((abi) => findSyscall(abi, name) !== null);
  const others = (SYSCALL_TABLE[name]?.[3] ?? '').split(' ').filter((abi) => abi !== '');
  return [...numbered, ...others];
}

/** The syscall a misspelt name most likely means, `null` when none is near. */
export function suggestSyscall(name: string): string | null {
  return suggest(name, Object.keys(SYSCALL_TABLE));
}

const ABIS = ['x86_64', 'x32', 'aarch64'] as const satisfies readonly Abi[];
const COLUMN = { x86_64: 0, x32: 1, aarch64: 2 } as const satisfies Record<Abi, number>;
