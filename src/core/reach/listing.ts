/** Machine code of x86-64 as a list of instructions, by address. */
export interface Listing {
  readonly length: number;
  /** Of an instruction by its index. */
  readonly address: (index: number) => number;
  readonly kind: (index: number) => InstructionKind;
  /** Where a jump, branch or call leads, or what a `memory` one refers to; `null` when that is computed. */
  readonly target: (index: number) => number | null;
  /** What an instruction does to a register, by number: 0 is rax, 7 rdi, as the processor counts. */
  readonly definition: (index: number, register: number) => Definition;
}

/**
 * `jump` never goes on to the next instruction, `branch` may. `refer`: takes the address of something or reads what is there.
 * `through`: a call or jump to where memory at `target` says. `stop`: a trap. `pad`: does
 * nothing, as what stands between functions.
 */
export type InstructionKind =
  'other' | 'pad' | 'syscall' | 'jump' | 'branch' | 'call' | 'through' | 'return' | 'stop' | 'refer';

/** `clobbered`: it sets the register to what cannot be told. */
export type Definition =
  | { readonly kind: 'none' | 'clobbered' }
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'copy'; readonly from: number };

/** Lists the instructions of code that stands at an address. */
export type Disassemble = (code: Uint8Array, address: number) => Listing;
