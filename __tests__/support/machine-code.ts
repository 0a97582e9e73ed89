/** One instruction of x86-64 at an address. */
export type Op = (at: number) => readonly number[];

/** Where the code of a made ELF file stands, and where the loader writes the address of its first import. */
export const CODE = 0x1000;
const SLOTS = 0x8000;

/** Where the loader writes the address of an import. */
export function slotAt(index: number): number {
  return SLOTS + 8 * index;
}

export function assemble(ops: readonly Op[], address = CODE): Uint8Array {
  const bytes: number[] = [];
  for (const op of ops) bytes.push(...op(address + bytes.length));
  return Uint8Array.from(bytes);
}

export const syscall: Op = () => [0x0f, 0x05];
export const ret: Op = () => [0xc3];
export const nop: Op = () => [0x90];
export const marker: Op = () => [0xf3, 0x0f, 0x1e, 0xfa];
export const trap: Op = () => [0x0f, 0x0b];
export const zeroEax: Op = () => [0x31, 0xc0];
export const edxToEax: Op = () => [0x89, 0xd0];
export const rbxToRax: Op = () => [0x48, 0x89, 0xd8];
export const ediToEax: Op = () => [0x89, 0xf8];
export const memoryToEax: Op = () => [0x8b, 0x06];
export const memoryToEdi: Op = () => [0x8b, 0x3e];
export const addToEax: Op = () => [0x83, 0xc0, 0x01];
export const callRbx: Op = () => [0xff, 0xd3];
export const testEsi: Op = () => [0x85, 0xf6];

export function eax(value: number): Op {
  return () => [0xb8, ...word(value)];
}

export function edx(value: number): Op {
  return () => [0xba, ...word(value)];
}

export function ebx(value: number): Op {
  return () => [0xbb, ...word(value)];
}

export function edi(value: number): Op {
  return () => [0xbf, ...word(value)];
}

export function call(target: number): Op {
  return (at) => [0xe8, ...word(target - at - 5)];
}

export function jump(target: number): Op {
  return (at) => [0xe9, ...word(target - at - 5)];
}

/** Over as many bytes when the last comparison was equal. */
export function skipWhenEqual(bytes: number): Op {
  return () => [0x74, bytes];
}

export function callThrough(slot: number): Op {
  return (at) => [0xff, 0x15, ...word(slotAt(slot) - at - 6)];
}

export function jumpThrough(slot: number): Op {
  return (at) => [0xff, 0x25, ...word(slotAt(slot) - at - 6)];
}

export function slotToRbx(slot: number): Op {
  return (at) => [0x48, 0x8b, 0x1d, ...word(slotAt(slot) - at - 7)];
}

/** `lea rdi, [rip + …]`. */
export function addressToRdi(target: number): Op {
  return (at) => [0x48, 0x8d, 0x3d, ...word(target - at - 7)];
}

function word(value: number): readonly number[] {
  return [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255];
}
