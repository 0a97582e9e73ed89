/** One instruction of the kernel's classic filter machine. */
export interface Instruction {
  readonly code: number;
  readonly jt: number;
  readonly jf: number;
  readonly k: number;
}

export type Program = readonly Instruction[];

/** A call as a filter sees it. */
export interface FilteredCall {
  readonly number: number;
  /** AUDIT_ARCH_*. */
  readonly arch: number;
  /** Unsigned, six of them. */
  readonly args: readonly bigint[];
}

/**
 * A call as the bytes a filter reads, words in the machine's order; amd64 and arm64 are both little-endian.
 * Source: https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/seccomp.h (struct seccomp_data)
 */
export function seccompData({ number, arch, args }: FilteredCall): Uint32Array {
  const words = new Uint32Array(16);
  words[0] = number;
  words[1] = arch;
  for (const [index, value] of args.entries()) {
    words[4 + 2 * index] = Number(BigInt.asUintN(32, value));
    words[5 + 2 * index] = Number(BigInt.asUintN(32, value >> 32n));
  }
  return words;
}

/**
 * What a filter returns for a call, as an unsigned word. Knows every instruction that seccomp lets in and throws for any other.
 * Source: https://github.com/torvalds/linux/blob/v6.12/kernel/seccomp.c (seccomp_check_filter)
 */
export function runProgram(program: Program, data: Uint32Array): number {
  const state: State = { a: 0, x: 0, memory: new Uint32Array(16), data };
  for (let at = 0; at < program.length; at += 1) {
    const instruction = program[at];
    if (instruction === undefined) break;
    const kind = instruction.code & 0x07;
    if (kind === RET) return instruction.code === 0x16 ? state.a : instruction.k;
    if (kind === JMP) at += jump(instruction, state);
    else compute(kind, instruction, state);
  }
  throw new RangeError('the program ran past its end');
}

interface State {
  a: number;
  x: number;
  readonly memory: Uint32Array;
  readonly data: Uint32Array;
}

const [LD, LDX, ST, STX, ALU, JMP, RET, MISC] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** How many instructions are left out. */
function jump({ code, jt, jf, k }: Instruction, { a, x }: State): number {
  const other = (code & 0x08) === 0 ? k : x;
  switch (code & 0xf0) {
    case 0x00:
      return k;
    case 0x10:
      return a === other ? jt : jf;
    case 0x20:
      return a > other ? jt : jf;
    case 0x30:
      return a >= other ? jt : jf;
    case 0x40:
      return (a & other) !== 0 ? jt : jf;
    default:
      throw unknownCode(code);
  }
}

function compute(kind: number, instruction: Instruction, state: State): void {
  const { code, k } = instruction;
  if (kind === LD) state.a = load(instruction, state);
  else if (kind === LDX) state.x = load(instruction, state);
  else if (kind === ST) state.memory[k] = state.a;
  else if (kind === STX) state.memory[k] = state.x;
  else if (kind === ALU) state.a = arithmetic(instruction, state) >>> 0;
  else if (kind === MISC && code === 0x07) state.x = state.a;
  else state.a = state.x;
}

/** Only whole words can be read, and from the call alone. */
function load({ code, k }: Instruction, { data, memory }: State): number {
  switch (code & 0xf8) {
    case 0x00:
      return k;
    case 0x20:
      return data[k / 4] ?? 0;
    case 0x60:
      return memory[k] ?? 0;
    case 0x80:
      return data.byteLength;
    default:
      throw unknownCode(code);
  }
}

function arithmetic({ code, k }: Instruction, { a, x }: State): number {
  const other = (code & 0x08) === 0 ? k : x;
  switch (code & 0xf0) {
    case 0x00:
      return a + other;
    case 0x10:
      return a - other;
    case 0x20:
      return Math.imul(a, other);
    case 0x30:
      return other === 0 ? 0 : Math.floor(a / other);
    case 0x40:
      return a | other;
    case 0x50:
      return a & other;
    case 0x60:
      return a << other;
    case 0x70:
      return a >>> other;
    case 0x80:
      return -a;
    case 0xa0:
      return a ^ other;
    default:
      throw unknownCode(code);
  }
}

function unknownCode(code: number): RangeError {
  return new RangeError(`0x${code.toString(16)} is no instruction that seccomp lets in`);
}
