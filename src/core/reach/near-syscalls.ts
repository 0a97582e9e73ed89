import { functionAt } from './code-facts.js';
import type { CodeSection, Elf } from './elf.js';
import type { Disassemble } from './listing.js';

/** Bytes of code that are looked at whole, which tells more about what returns. */
const SMALL = 1 << 19;

/** The parts of a file's code that make syscalls or may ask the C library's `syscall` to; all of it when no table of functions tells the parts. */
export function nearSyscalls(elf: Elf, disassemble: Disassemble): readonly CodeSection[] {
  const size = elf.code.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const wanted = waysToSyscall(elf, disassemble);
  return elf.code.flatMap((section) => {
    if (section.isStubs) return [section];
    const hits = hitsIn(section, wanted);
    if (hits.length === 0) return [];
    return size <= SMALL || elf.functions.length === 0 ? [section] : around(section, hits, elf.functions);
  });
}

/** Where the address of `syscall` is written, and the stubs that go there. */
function waysToSyscall({ slots, code }: Elf, disassemble: Disassemble): ReadonlySet<number> {
  const wanted = new Set([...slots].flatMap(([slot, name]) => (name === 'syscall' ? [slot] : [])));
  if (wanted.size === 0) return wanted;
  for (const { address, bytes, isStubs } of code) {
    if (!isStubs) continue;
    const listing = disassemble(bytes, address);
    for (let index = 0; index < listing.length; index++) {
      if (listing.kind(index) !== 'through' || !wanted.has(listing.target(index) ?? 0)) continue;
      wanted.add(listing.address(index)).add(listing.address(Math.max(0, index - 1)));
    }
  }
  return wanted;
}

/** Addresses of the instruction `syscall` (0f 05), and of distances that lead to one of the wanted addresses. */
function hitsIn({ address, bytes }: CodeSection, wanted: ReadonlySet<number>): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hits: number[] = [];
  for (let at = 0; at + 1 < bytes.length; at++) {
    const isSyscall = bytes[at] === 0x0f && bytes[at + 1] === 0x05;
    const leads = wanted.size > 0 && at + 4 <= bytes.length && wanted.has(address + at + 4 + view.getInt32(at, true));
    if (isSyscall || leads) hits.push(address + at);
  }
  return hits;
}

function around(section: CodeSection, hits: readonly number[], functions: readonly number[]): readonly CodeSection[] {
  const end = section.address + section.bytes.length;
  return [...new Set(hits.map((address) => functionAt(functions, address)))].map((index) => {
    const from = Math.max(section.address, functions[index - 1] ?? section.address);
    const to = Math.min(end, functions[index] ?? end);
    return {
      address: from,
      bytes: section.bytes.subarray(from - section.address, to - section.address),
      isStubs: false,
    };
  });
}
