import { suggest } from '../suggest.js';
import { SYSCALL_TABLE } from './syscalls.generated.js';

/** The ABIs whose numbers are known. x32 numbers are given without the x32 bit; arm is the EABI. */
export type Abi = 'x86_64' | 'x32' | 'x86' | 'aarch64' | 'arm';

/** The versions of libseccomp that the table tells apart: from 2.5.4, from 2.6.0 and from 2.6.1 on. */
export type LibseccompVersion = '2.5' | '2.6' | '2.6.1';

/** What is assumed where it is not known. */
export const NEWEST_LIBSECCOMP: LibseccompVersion = '2.6.1';

/** The one of the versions told apart that a version such as `2.5.4` belongs to. */
export function libseccompRelease(version: string): LibseccompVersion {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (major < 2 || (major === 2 && minor < 6)) return '2.5';
  return major === 2 && minor === 6 && patch === 0 ? '2.6' : '2.6.1';
}

/** Numbers on x86_64, x32, x86, aarch64 and arm, the names of the other ABIs that have it, the libseccomp that learned it. */
export type SyscallRow = readonly [
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
  string,
  LibseccompVersion | null,
];

export interface Syscall {
  readonly name: string;
  readonly number: number;
}

/** Whether any Linux ABI has a call of this name. Sources are in data/syscalls.csv, row by row. */
export function isSyscallName(name: string): boolean {
  return ROWS.has(name);
}

/** The call of this name on an ABI, `null` when it has none. */
export function findSyscall(abi: Abi, name: string): Syscall | null {
  const number = ROWS.get(name)?.[COLUMN[abi]] ?? null;
  return number === null ? null : { name, number };
}

/** The oldest libseccomp that knows the name, of those in data/syscalls.csv; `null` when none does. */
export function libseccompSince(name: string): LibseccompVersion | null {
  return ROWS.get(name)?.[6] ?? null;
}

/**
 * The number under which a libseccomp filters the call on an ABI, `null` when it does not: the kernel's, but for one call that
 * 2.5 does not have on x32.
 * Source: https://github.com/seccomp/libseccomp/blob/v2.5.4/src/syscalls.csv
 */
export function filteredNumber(abi: Abi, name: string, libseccomp: LibseccompVersion): number | null {
  if (abi === 'x32' && name === 'map_shadow_stack' && libseccomp === '2.5') return null;
  return findSyscall(abi, name)?.number ?? null;
}

/** Every call of an ABI by ascending number. */
export function syscallsOf(abi: Abi): readonly Syscall[] {
  const listed = LISTED.get(abi) ?? listCalls(abi);
  LISTED.set(abi, listed);
  return listed;
}

/** The table does not change, and every filter is held against all of it. */
const LISTED = new Map<Abi, readonly Syscall[]>();

function listCalls(abi: Abi): readonly Syscall[] {
  return [...ROWS.keys()]
    .map((name) => findSyscall(abi, name))
    .filter((call) => call !== null)
    .sort((a, b) => a.number - b.number);
}

/** The ABIs that have a call of this name, seccomp's names in lower case; none when there is no such call. */
export function abisOf(name: string): readonly string[] {
  if (!isSyscallName(name)) return [];
  const numbered = ABIS.filter((abi) => findSyscall(abi, name) !== null);
  const others = (ROWS.get(name)?.[5] ?? '').split(' ').filter((abi) => abi !== '');
  const has = (abi: Abi): readonly Abi[] => (findSyscall(abi, name) === null ? [] : [abi]);
  return [...numbered, ...has('arm'), ...others, ...has('x86')];
}

/** The syscall a misspelt name most likely means, `null` when none is near. */
export function suggestSyscall(name: string): string | null {
  return suggest(name, [...ROWS.keys()]);
}

const ROWS: ReadonlyMap<string, SyscallRow> = new Map(Object.entries(SYSCALL_TABLE));
const ABIS = ['x86_64', 'x32', 'aarch64'] as const satisfies readonly Abi[];
const COLUMN = { x86_64: 0, x32: 1, x86: 2, aarch64: 3, arm: 4 } as const satisfies Record<Abi, number>;
