import type * as Iced from 'iced-x86';
import { EnvironmentError } from '../../core/errors.js';
import type { Definition, Disassemble, InstructionKind, Listing } from '../../core/reach/listing.js';

/** Loads the disassembler, which is large, when it is first asked for. Throws EnvironmentError when its files are not there. */
export async function loadDisassembler(): Promise<Disassemble> {
  const iced = await load();
  return (code, address) => list(iced, code, address);
}

async function load(): Promise<Library> {
  try {
    return await import('iced-x86');
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new EnvironmentError(
      `the disassembler could not be loaded: ${reason}`,
      'Keep iced-x86.cjs and iced_x86_bg.wasm beside the program that runs.',
      { cause },
    );
  }
}

type Library = typeof Iced;

const KINDS: readonly InstructionKind[] = [
  'other',
  'pad',
  'syscall',
  'jump',
  'branch',
  'call',
  'through',
  'return',
  'stop',
  'refer',
];

function list(iced: Library, code: Uint8Array, address: number): Listing {
  const most = code.length;
  const offsets = new Uint32Array(most);
  const kinds = new Uint8Array(most);
  const targets = new Float64Array(most).fill(Number.NaN);
  const decoder = new iced.Decoder(64, code, iced.DecoderOptions.None);
  const instruction = new iced.Instruction();
  decoder.ip = BigInt(address);
  let length = 0;
  for (; decoder.canDecode; length++) {
    decoder.decodeOut(instruction);
    const { kind, target } = classify(iced, instruction);
    offsets[length] = Number(instruction.ip) - address;
    kinds[length] = KINDS.indexOf(kind);
    if (target !== null) targets[length] = target;
  }
  instruction.free();
  decoder.free();
  return {
    length,
    address: (index) => address + (offsets[index] ?? Number.NaN),
    kind: (index) => KINDS[kinds[index] ?? 0] ?? 'other',
    target: (index) => {
      const target = targets[index] ?? Number.NaN;
      return Number.isNaN(target) ? null : target;
    },
    definition: (index, register) => {
      const at = offsets[index] ?? code.length;
      return definition(iced, code.subarray(at, at + LONGEST), register);
    },
  };
}

/** Bytes of the longest instruction. */
const LONGEST = 15;

interface Classified {
  readonly kind: InstructionKind;
  readonly target: number | null;
}

function classify(iced: Library, instruction: Iced.Instruction): Classified {
  const { FlowControl, Code } = iced;
  if (instruction.code === Code.Syscall) return { kind: 'syscall', target: null };
  if (instruction.mnemonic === iced.Mnemonic.Nop) return { kind: 'pad', target: null };
  const memory = instruction.isIpRelMemoryOperand ? Number(instruction.ipRelMemoryAddress) : null;
  switch (instruction.flowControl) {
    case FlowControl.UnconditionalBranch:
      return { kind: 'jump', target: Number(instruction.nearBranchTarget) };
    case FlowControl.ConditionalBranch:
      return { kind: 'branch', target: Number(instruction.nearBranchTarget) };
    case FlowControl.Call:
      if (memory !== null) return { kind: 'through', target: memory };
      return { kind: 'call', target: Number(instruction.nearBranchTarget) };
    case FlowControl.IndirectCall:
      return { kind: memory === null ? 'call' : 'through', target: memory };
    case FlowControl.IndirectBranch:
      return memory === null ? { kind: 'jump', target: null } : { kind: 'through', target: memory };
    case FlowControl.Return:
      return { kind: 'return', target: null };
    case FlowControl.Exception:
    case FlowControl.Interrupt:
      return { kind: 'stop', target: null };
    case FlowControl.Next:
    case FlowControl.XbeginXabortXend:
      return memory === null ? { kind: 'other', target: null } : { kind: 'refer', target: memory };
  }
}

/** By the processor's numbers. */
const WIDE = [
  ...(['RAX', 'RCX', 'RDX', 'RBX', 'RSP', 'RBP', 'RSI', 'RDI'] as const),
  ...(['R8', 'R9', 'R10', 'R11', 'R12', 'R13', 'R14', 'R15'] as const),
];

/** Only what is met on the way back from a call is looked at this closely. */
function definition(iced: Library, bytes: Uint8Array, register: number): Definition {
  const full = WIDE.map((name) => iced.Register[name])[register];
  if (full === undefined) return CLOBBERED;
  const decoder = new iced.Decoder(64, bytes, iced.DecoderOptions.None);
  const instruction = decoder.decode();
  const factory = new iced.InstructionInfoFactory();
  const info = factory.info(instruction);

  const written = info
    .usedRegisters()
    .some(
      (used: Iced.UsedRegister) =>
        writes(iced).includes(used.access) && iced.RegisterExt.fullRegister(used.register) === full,
    );
  const found = written ? valueOf(iced, instruction, full) : NONE;
  for (const made of [info, factory, instruction, decoder]) made.free();
  return found;
}

const NONE: Definition = { kind: 'none' };
const CLOBBERED: Definition = { kind: 'clobbered' };

function writes({ OpAccess }: Library): readonly Iced.OpAccess[] {
  return [OpAccess.Write, OpAccess.CondWrite, OpAccess.ReadWrite, OpAccess.ReadCondWrite];
}

/** A move of a constant or of a whole register, or the usual way to make zero. */
function valueOf(
  { Mnemonic, OpKind, RegisterExt, Register }: Library,
  one: Iced.Instruction,
  full: Iced.Register,
): Definition {
  const size = RegisterExt.size(one.op0Register);
  if (one.op0Kind !== OpKind.Register || RegisterExt.fullRegister(one.op0Register) !== full || size < 4)
    return CLOBBERED;
  const isRegister = one.opCount > 1 && one.op1Kind === OpKind.Register;
  if (one.mnemonic === Mnemonic.Xor && isRegister && one.op1Register === one.op0Register)
    return { kind: 'constant', value: 0 };
  if (one.mnemonic !== Mnemonic.Mov) return CLOBBERED;
  if (isRegister) {
    const from = RegisterExt.fullRegister(one.op1Register) - Register.RAX;
    return from >= 0 && from < 16 ? { kind: 'copy', from } : CLOBBERED;
  }
  const isConstant = [OpKind.Immediate32, OpKind.Immediate32to64, OpKind.Immediate64].includes(one.op1Kind);
  return isConstant ? { kind: 'constant', value: Number(BigInt.asIntN(32, one.immediate(1))) } : CLOBBERED;
}
