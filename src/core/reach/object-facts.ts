import { codeFacts, type CodeFacts } from './code-facts.js';
import { readElf, type Elf } from './elf.js';
import type { Disassemble } from './listing.js';
import { nearSyscalls } from './near-syscalls.js';

/** What a program or library may do. */
export interface ObjectFacts {
  readonly path: string;
  /** Without its code, which is large. */
  readonly elf: Elf;
  readonly code: CodeFacts;
}

/** Of glibc alone only what others name or its data points to counts: it has a function for nearly every syscall. */
export const GLIBC = 'libc.so.6';

/** Looks at a file; `null` for what is no program or library of x86-64, or damaged. */
export function objectFacts(path: string, bytes: Uint8Array, disassemble: Disassemble): ObjectFacts | null {
  const elf = read(bytes);
  if (elf === null) return null;
  const parts = elf.soname === GLIBC ? elf.code : nearSyscalls(elf, disassemble);
  const isWorthIt = parts.some(({ isStubs }) => !isStubs);
  const code = isWorthIt ? codeFacts({ ...elf, code: parts }, disassemble) : { functions: [], facts: [] };
  return { path, elf: { ...elf, code: [] }, code };
}

function read(bytes: Uint8Array): Elf | null {
  try {
    return readElf(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
