import { assemble, CODE, slotAt, type Op } from './machine-code.js';

/** What a made ELF file has; nothing where left out. */
export interface ElfParts {
  readonly interpreter?: string;
  readonly needed?: readonly string[];
  readonly soname?: string;
  /** Each has a slot by its place. */
  readonly imports?: readonly string[];
  readonly exports?: readonly { readonly name: string; readonly address: number }[];
  /** Addresses that its data holds. */
  readonly pointers?: readonly number[];
  readonly code?: readonly Op[];
  /** Jumps to imports, at `STUBS`. */
  readonly stubs?: readonly Op[];
  /** What the unwind table tells: begin and end of each function. */
  readonly functions?: readonly (readonly [begin: number, end: number])[];
  readonly machine?: number;
  /** A table of sections, without which nothing tells where code is. */
  readonly hasSections?: boolean;
}

export const STUBS = 0x6000;
const TABLES = 0x9000;
const SIZE = 0x10000;

/** An ELF file whose addresses are its offsets, small enough to be made by hand. */
export function elfFile(parts: ElfParts): Uint8Array {
  const file = new Writer();
  const code = assemble(parts.code ?? []);
  const stubs = assemble(parts.stubs ?? [], STUBS);
  file.bytes.set(code, CODE);
  file.bytes.set(stubs, STUBS);
  const segments: Segment[] = [{ type: 1, flags: 7, at: 0, size: SIZE }];
  if (parts.interpreter !== undefined) {
    const at = file.text(parts.interpreter);
    segments.push({ type: 3, flags: 4, at, size: parts.interpreter.length + 1 });
  }
  if (isDynamic(parts)) segments.push(dynamic(file, parts));
  if (parts.functions !== undefined) segments.push(unwindIndex(file, parts.functions));
  header(file, parts, segments);
  if (parts.hasSections !== false) sections(file, code.length, stubs.length);
  return file.bytes;
}

interface Segment {
  readonly type: number;
  readonly flags: number;
  readonly at: number;
  readonly size: number;
}

function isDynamic({ needed, soname, imports, exports, pointers }: ElfParts): boolean {
  return [needed, soname, imports, exports, pointers].some((part) => part !== undefined);
}

class Writer {
  readonly bytes = new Uint8Array(SIZE);
  readonly #view = new DataView(this.bytes.buffer);
  /** Where the next table goes. */
  end = TABLES;

  short(at: number, value: number): void {
    this.#view.setUint16(at, value, true);
  }

  word(at: number, value: number): void {
    this.#view.setInt32(at, value, true);
  }

  long(at: number, value: number): void {
    this.#view.setBigInt64(at, BigInt(value), true);
  }

  reserve(size: number): number {
    const at = this.end;
    this.end += size;
    return at;
  }

  text(text: string): number {
    const at = this.reserve(text.length + 1);
    this.bytes.set(new TextEncoder().encode(text), at);
    return at;
  }
}

function header(file: Writer, { machine = 62, interpreter }: ElfParts, segments: readonly Segment[]): void {
  file.bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  file.short(16, interpreter === undefined ? 3 : 2);
  file.short(18, machine);
  file.long(32, 64);
  file.short(54, 56);
  file.short(56, segments.length);
  segments.forEach(({ type, flags, at, size }, index) => {
    const entry = 64 + index * 56;
    file.word(entry, type);
    file.word(entry + 4, flags);
    for (const [field, value] of [at, at, at, size, size].entries()) file.long(entry + 8 + field * 8, value);
  });
}

function sections(file: Writer, code: number, stubs: number): void {
  const names = file.text('\0.text\0.plt.sec\0.shstrtab');
  const table = file.reserve(4 * 64);
  const all = [
    { name: 1, type: 1, flags: 6, at: CODE, size: code },
    { name: 7, type: 1, flags: 6, at: STUBS, size: stubs },
    { name: 16, type: 3, flags: 0, at: names, size: 26 },
  ];
  all.forEach(({ name, type, flags, at, size }, index) => {
    const entry = table + (index + 1) * 64;
    file.word(entry, name);
    file.word(entry + 4, type);
    for (const [field, value] of [flags, at, at, size].entries()) file.long(entry + 8 + field * 8, value);
  });
  file.long(40, table);
  file.short(58, 64);
  file.short(60, 4);
  file.short(62, 3);
}

function dynamic(file: Writer, parts: ElfParts): Segment {
  const { imports = [], exports = [], needed = [], soname, pointers = [] } = parts;
  const named = [...imports.map((name) => ({ name, address: 0 })), ...exports];
  const symbols = file.reserve(24 * (named.length + 1));
  const strings = file.text('');
  const at = (text: string): number => file.text(text) - strings;
  named.forEach(({ name, address }, index) => {
    file.word(symbols + 24 * (index + 1), at(name));
    file.long(symbols + 24 * (index + 1) + 8, address);
  });
  const tags = needed.map((name) => [1, at(name)]);
  if (soname !== undefined) tags.push([14, at(soname)]);
  const relocations = file.reserve(24 * (imports.length + pointers.length));
  imports.forEach((_, index) => {
    const entry = relocations + 24 * index;
    file.long(entry, slotAt(index));
    file.word(entry + 8, 6);
    file.word(entry + 12, index + 1);
  });
  pointers.forEach((pointer, index) => {
    const entry = relocations + 24 * (imports.length + index);
    file.long(entry, slotAt(imports.length + index));
    file.word(entry + 8, 8);
    file.long(entry + 16, pointer);
  });
  tags.push([5, strings], [6, symbols], [7, relocations], [8, 24 * (imports.length + pointers.length)], [0, 0]);
  const table = file.reserve(16 * tags.length);
  tags.flat().forEach((value, index) => {
    file.long(table + 8 * index, value);
  });
  return { type: 2, flags: 6, at: table, size: 16 * tags.length };
}

function unwindIndex(file: Writer, functions: readonly (readonly [number, number])[]): Segment {
  const entries = file.reserve(16 * functions.length);
  functions.forEach(([begin, end], index) => {
    file.word(entries + 16 * index + 12, end - begin);
  });
  const size = 12 + 8 * functions.length;
  const at = file.reserve(size);
  file.bytes.set([1, 0x1b, 3, 0x3b], at);
  file.word(at + 8, functions.length);
  functions.forEach(([begin], index) => {
    file.word(at + 12 + 8 * index, begin - at);
    file.word(at + 16 + 8 * index, entries + 16 * index - at);
  });
  return { type: 0x6474e550, flags: 4, at, size };
}
