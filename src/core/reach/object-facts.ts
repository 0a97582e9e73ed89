import { codeFacts, type CodeFacts } from './code-facts.js';
import { readElf, type Elf, type NamedAddress } from './elf.js';
import type { Disassemble } from './listing.js';
import { nearSyscalls } from './near-syscalls.js';

/** How a file is linked with others; of what it offers, all of glibc's and otherwise `syscall` alone. */
export type Linkage = Pick<
  Elf,
  'interpreter' | 'needed' | 'soname' | 'isDynamic' | 'imports' | 'exports' | 'pointers' | 'pointedTo'
>;

/** What a program or library may do. */
export interface ObjectFacts {
  readonly path: string;
  readonly elf: Linkage;
  readonly code: CodeFacts;
}

/** Of glibc alone only what others name or its data points to counts: it has a function for nearly every syscall. */
export const GLIBC = 'libc.so.6';

/** Looks at a file; `null` for what is no program or library of x86-64, damaged, or does not tell where its code is. */
export function objectFacts(path: string, bytes: Uint8Array, disassemble: Disassemble): ObjectFacts | null {
  const elf = read(bytes);
  if (elf === null) return null;
  const parts = elf.soname === GLIBC ? elf.code : nearSyscalls(elf, disassemble);
  const isWorthIt = parts.some(({ isStubs }) => !isStubs);
  const code = isWorthIt ? codeFacts({ ...elf, code: parts }, disassemble) : { functions: [], facts: [] };
  return { path, elf: linkage(elf), code };
}

/** What is asked of a file once its code is known: an image has thousands. */
function linkage({ interpreter, needed, soname, isDynamic, imports, exports, pointers, pointedTo }: Elf): Linkage {
  const own = soname === GLIBC ? { exports, pointers } : { exports: exports.filter(isGeneric), pointers: [] };
  return { interpreter, needed, soname, isDynamic, imports, pointedTo: pointedTo.filter(isSyscall), ...own };
}

const isSyscall = (name: string): boolean => name === 'syscall';
const isGeneric = ({ name }: NamedAddress): boolean => isSyscall(name);

function read(bytes: Uint8Array): Elf | null {
  try {
    const elf = readElf(bytes);
    return elf?.hasHiddenCode === true ? null : elf;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
