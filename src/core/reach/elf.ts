import {
  DYNAMIC,
  EXECUTABLE,
  MACHINE_X86_64,
  RELOCATION,
  RELOCATION_SIZE,
  SEGMENT,
  SEGMENT_EXECUTABLE,
  SYMBOL_SIZE,
  type Relocation,
  type Segment,
} from './elf-format.js';

/** What is known of a program or library for x86-64. */
export interface Elf {
  /** The loader a program asks for; `null`: a library, or a program that needs none. */
  readonly interpreter: string | null;
  /** Names of the libraries it needs, and its own. */
  readonly needed: readonly string[];
  readonly soname: string | null;
  /** Whether it is linked with others at run time. */
  readonly isDynamic: boolean;
  /** Functions and data it takes from others. */
  readonly imports: readonly string[];
  /** What it offers, by address. */
  readonly exports: readonly NamedAddress[];
  /** Where the loader writes the address of an imported name. */
  readonly slots: ReadonlyMap<number, string>;
  /** Names of what its data points to: code can call them without a slot of their own. */
  readonly pointedTo: readonly string[];
  /** Addresses that its data holds: what is there can be called without being named. */
  readonly pointers: readonly number[];
  readonly code: readonly CodeSection[];
  /** It has code and no table of sections to tell where. */
  readonly hasHiddenCode: boolean;
  /** Where functions begin, sorted; empty when no table tells. */
  readonly functions: readonly number[];
  /** Where each of them ends: what follows may be data. */
  readonly ends: readonly number[];
}

/** A name may have several addresses, one for each version of what it means. */
export interface NamedAddress {
  readonly name: string;
  readonly address: number;
}

export interface CodeSection {
  readonly address: number;
  readonly bytes: Uint8Array;
  /** Nothing but jumps to imported names. */
  readonly isStubs: boolean;
}

const UTF8 = new TextDecoder();

/** Reads a file; `null` for what is none of x86-64. Throws RangeError for one that is damaged. */
export function readElf(bytes: Uint8Array): Elf | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (
    bytes.length < 64 ||
    view.getUint32(0) !== 0x7f454c46 ||
    bytes[4] !== 2 ||
    view.getUint16(18, true) !== MACHINE_X86_64
  )
    return null;
  return new ElfReader(bytes, view).read();
}

class ElfReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #segments: readonly Segment[];
  readonly #dynamic: ReadonlyMap<number, readonly number[]>;

  constructor(bytes: Uint8Array, view: DataView) {
    this.#bytes = bytes;
    this.#view = view;
    this.#segments = this.#readSegments();
    this.#dynamic = this.#readDynamic();
  }

  read(): Elf {
    const interpreter = this.#segments.find(({ type }) => type === SEGMENT.interpreter);
    const code = this.#code();
    const relocations = this.#relocations();
    const symbols = this.#symbols(relocations);
    const { strings } = DYNAMIC;
    const named = (tag: number): readonly string[] =>
      (this.#dynamic.get(tag) ?? []).map((at) => this.#text(this.#offset(this.#tag(strings)) + at));
    return {
      interpreter: interpreter === undefined ? null : this.#text(interpreter.offset),
      needed: named(DYNAMIC.needed),
      soname: named(DYNAMIC.soname)[0] ?? null,
      isDynamic: this.#dynamic.size > 0,
      imports: symbols.flatMap(({ name, address }) => (address === 0 ? [name] : [])),
      exports: symbols.filter(({ address }) => address !== 0),
      slots: new Map(
        relocations.flatMap(({ at, symbol }) => (symbol === 0 ? [] : [[at, symbols[symbol]?.name ?? '']])),
      ),
      pointedTo: relocations.flatMap(({ isData, symbol }) => (isData ? [symbols[symbol]?.name ?? ''] : [])),
      pointers: [
        ...relocations.flatMap(({ pointer }) => (pointer === null ? [] : [pointer])),
        ...this.#packedPointers(),
      ],
      code,
      hasHiddenCode: code.length === 0 && this.#segments.some(({ flags }) => (flags & SEGMENT_EXECUTABLE) !== 0),
      functions: this.#functions(),
      ends: this.#ends(),
    };
  }

  #readSegments(): readonly Segment[] {
    const start = this.#word(32);
    const size = this.#view.getUint16(54, true);
    return Array.from({ length: this.#view.getUint16(56, true) }, (_, index) => {
      const at = start + index * size;
      const type = this.#view.getUint32(at, true);
      const flags = this.#view.getUint32(at + 4, true);
      return { type, flags, offset: this.#word(at + 8), address: this.#word(at + 16), size: this.#word(at + 32) };
    });
  }

  #readDynamic(): ReadonlyMap<number, readonly number[]> {
    const values = new Map<number, number[]>();
    const segment = this.#segments.find(({ type }) => type === SEGMENT.dynamic);
    for (let at = segment?.offset ?? 0; segment !== undefined && at < segment.offset + segment.size; at += 16) {
      const tag = this.#word(at);
      if (tag === 0) break;
      values.set(tag, [...(values.get(tag) ?? []), this.#word(at + 8)]);
    }
    return values;
  }

  #relocations(): readonly Relocation[] {
    const tables = [
      [DYNAMIC.relocations, DYNAMIC.relocationsSize],
      [DYNAMIC.jumps, DYNAMIC.jumpsSize],
    ] as const;
    return tables.flatMap(([table, size]) => {
      if (!this.#dynamic.has(table)) return [];
      const start = this.#offset(this.#tag(table));
      return Array.from({ length: Math.floor(this.#tag(size) / RELOCATION_SIZE) }, (_, index) => {
        const at = start + index * RELOCATION_SIZE;
        const type = this.#view.getUint32(at + 8, true);
        const isNamed = type === RELOCATION.slot || type === RELOCATION.jumpSlot || type === RELOCATION.address;
        const isPointer = type === RELOCATION.relative || type === RELOCATION.indirect;
        return {
          at: this.#word(at),
          symbol: isNamed ? this.#view.getUint32(at + 12, true) : 0,
          isData: type === RELOCATION.address,
          pointer: isPointer ? this.#word(at + 16) : null,
        };
      });
    });
  }

  /** Even entries are addresses, odd ones bit masks of the 63 words after. Source: https://maskray.me/blog/2021-10-31-relative-relocations-and-relr */
  #packedPointers(): readonly number[] {
    if (!this.#dynamic.has(DYNAMIC.packed)) return [];
    const start = this.#offset(this.#tag(DYNAMIC.packed));
    const found: number[] = [];
    let base = 0;
    for (let at = start; at < start + this.#tag(DYNAMIC.packedSize); at += 8) {
      const entry = this.#view.getBigUint64(at, true);
      if ((entry & 1n) === 0n) {
        found.push(this.#word(this.#offset(Number(entry))));
        base = Number(entry) + 8;
        continue;
      }
      for (let bit = 1n; bit < 64n; bit++) {
        if (((entry >> bit) & 1n) !== 0n) found.push(this.#word(this.#offset(base + Number(bit - 1n) * 8)));
      }
      base += 63 * 8;
    }
    return found;
  }

  /** The table does not tell its length: the strings follow it, as every linker has it. */
  #symbols(relocations: readonly { readonly symbol: number }[]): readonly NamedAddress[] {
    if (!this.#dynamic.has(DYNAMIC.symbols)) return [];
    const start = this.#offset(this.#tag(DYNAMIC.symbols));
    const strings = this.#offset(this.#tag(DYNAMIC.strings));
    const last = relocations.reduce((most, { symbol }) => Math.max(most, symbol), 0);
    const length = Math.max(last + 1, strings > start ? Math.floor((strings - start) / SYMBOL_SIZE) : 0);
    return Array.from({ length }, (_, index) => {
      const at = start + index * SYMBOL_SIZE;
      return { name: this.#text(strings + this.#view.getUint32(at, true)), address: this.#word(at + 8) };
    });
  }

  #code(): readonly CodeSection[] {
    const start = this.#word(40);
    const size = this.#view.getUint16(58, true);
    return Array.from({ length: this.#view.getUint16(60, true) }, (_, index) => start + index * size).flatMap((at) => {
      const isCode = this.#view.getUint32(at + 4, true) === 1 && (this.#word(at + 8) & EXECUTABLE) !== 0;
      const offset = this.#word(at + 24);
      const bytes = this.#bytes.subarray(offset, offset + this.#word(at + 32));
      const isStubs = this.#sectionName(at).startsWith('.plt');
      return isCode ? [{ address: this.#word(at + 16), bytes, isStubs }] : [];
    });
  }

  #sectionName(header: number): string {
    const names = this.#word(40) + this.#view.getUint16(62, true) * this.#view.getUint16(58, true);
    return this.#text(this.#word(names + 24) + this.#view.getUint32(header, true));
  }

  /** The index of the unwind table, in the one form that linkers write: https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/ehframechpt.html */
  #functions(): readonly number[] {
    const segment = this.#segments.find(({ type }) => type === SEGMENT.functions);
    if (segment === undefined || this.#view.getUint32(segment.offset) !== 0x011b033b) return [];
    const { offset, address } = segment;
    const length = this.#view.getUint32(offset + 8, true);
    return Array.from({ length }, (_, index) => address + this.#view.getInt32(offset + 12 + index * 8, true));
  }

  /** From the entries that the index leads to: length, parent, begin, size. */
  #ends(): readonly number[] {
    const segment = this.#segments.find(({ type }) => type === SEGMENT.functions);
    return this.#functions().map((begin, index) => {
      const at = (segment?.offset ?? 0) + 16 + index * 8;
      const entry = (segment?.address ?? 0) + this.#view.getInt32(at, true);
      return begin + this.#view.getUint32(this.#offset(entry) + 12, true);
    });
  }

  #tag(tag: number): number {
    return this.#dynamic.get(tag)?.[0] ?? 0;
  }

  /** Of what stands at an address in the file. */
  #offset(address: number): number {
    const segment = this.#segments.find(
      (one) => one.type === SEGMENT.load && address >= one.address && address < one.address + one.size,
    );
    return segment === undefined ? this.#bytes.length : address - segment.address + segment.offset;
  }

  #word(at: number): number {
    return this.#view.getUint32(at, true) + this.#view.getUint32(at + 4, true) * 2 ** 32;
  }

  #text(at: number): string {
    const end = this.#bytes.indexOf(0, at);
    return UTF8.decode(this.#bytes.subarray(at, end === -1 ? at : end));
  }
}
