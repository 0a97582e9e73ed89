/** Source: https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html and https://gitlab.com/x86-psABIs/x86-64-ABI */
export const MACHINE_X86_64 = 62;
export const SEGMENT = { load: 1, dynamic: 2, interpreter: 3, functions: 0x6474e550 } as const;
export const DYNAMIC = {
  needed: 1,
  strings: 5,
  symbols: 6,
  relocations: 7,
  relocationsSize: 8,
  soname: 14,
  jumps: 23,
  jumpsSize: 2,
  packed: 36,
  packedSize: 35,
} as const;
export const RELOCATION = { address: 1, slot: 6, jumpSlot: 7, relative: 8, indirect: 37 } as const;
export const EXECUTABLE = 4;
export const SEGMENT_EXECUTABLE = 1;
export const SYMBOL_SIZE = 24;
export const RELOCATION_SIZE = 24;

/** A part of a file that is put into memory, or what tells of it. */
export interface Segment {
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
}

/** What the loader writes at an address. */
export interface Relocation {
  readonly at: number;
  /** Index of the symbol whose address is written; 0 for none. */
  readonly symbol: number;
  readonly isData: boolean;
  readonly pointer: number | null;
}
