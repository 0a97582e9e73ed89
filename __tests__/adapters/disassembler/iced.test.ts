import { expect, test } from '@jest/globals';
import { loadDisassembler } from '../../../src/adapters/disassembler/iced.js';
import * as code from '../../support/machine-code.js';

const disassemble = await loadDisassembler();
const RAX = 0;

function listed(...ops: readonly code.Op[]): readonly (readonly [number, string, number | null])[] {
  const listing = disassemble(code.assemble(ops), code.CODE);
  return Array.from({ length: listing.length }, (_, index) => [
    listing.address(index) - code.CODE,
    listing.kind(index),
    listing.target(index),
  ]);
}

function defined(op: code.Op, register: number): unknown {
  return disassemble(code.assemble([op]), code.CODE).definition(0, register);
}

test('instructions are listed by address, with what they do and where they lead', () => {
  expect(
    listed(
      code.marker,
      code.eax(60),
      code.syscall,
      code.call(0x2000),
      code.callThrough(1),
      code.callRbx,
      code.skipWhenEqual(5),
      code.jump(0x1000),
      code.jumpThrough(0),
      code.addressToRdi(0x1004),
      code.trap,
      code.ret,
    ),
  ).toEqual([
    [0, 'other', null],
    [4, 'other', null],
    [9, 'syscall', null],
    [11, 'call', 0x2000],
    [16, 'through', code.slotAt(1)],
    [22, 'call', null],
    [24, 'branch', 0x101f],
    [26, 'jump', 0x1000],
    [31, 'through', code.slotAt(0)],
    [37, 'refer', 0x1004],
    [44, 'stop', null],
    [46, 'return', null],
  ]);
});

/** Of a number the kernel looks at the lower 32 bits: https://github.com/torvalds/linux/blob/v6.12/arch/x86/entry/entry_64.S */
test.each([
  ['mov eax, 60', code.eax(60), RAX, { kind: 'constant', value: 60 }],
  ['mov eax, -1', code.eax(-1), RAX, { kind: 'constant', value: -1 }],
  ['mov rax, 0x100000002', () => [0x48, 0xb8, 2, 0, 0, 0, 1, 0, 0, 0], RAX, { kind: 'constant', value: 2 }],
  ['xor eax, eax', code.zeroEax, RAX, { kind: 'constant', value: 0 }],
  ['xor eax, edi', () => [0x31, 0xf8], RAX, { kind: 'clobbered' }],
  ['mov eax, edx', code.edxToEax, RAX, { kind: 'copy', from: 2 }],
  ['mov rax, rbx', code.rbxToRax, RAX, { kind: 'copy', from: 3 }],
  ['mov al, 3', () => [0xb0, 3], RAX, { kind: 'clobbered' }],
  ['mov ax, 3', () => [0x66, 0xb8, 3, 0], RAX, { kind: 'clobbered' }],
  ['mov eax, [rsi]', code.memoryToEax, RAX, { kind: 'clobbered' }],
  ['add eax, 1', code.addToEax, RAX, { kind: 'clobbered' }],
  ['cmovne eax, edx', () => [0x0f, 0x45, 0xc2], RAX, { kind: 'clobbered' }],
  ['xchg rax, rbx', () => [0x48, 0x93], RAX, { kind: 'clobbered' }],
  ['pop rax', () => [0x58], RAX, { kind: 'clobbered' }],
  ['mov edi, 60', code.edi(60), RAX, { kind: 'none' }],
  ['test esi, esi', code.testEsi, 6, { kind: 'none' }],
  ['mov r9d, r8d', () => [0x45, 0x89, 0xc1], 9, { kind: 'copy', from: 8 }],
] as const)('%s', (_, op, register, definition) => {
  expect(defined(op, register)).toEqual(definition);
});

test('bytes that are no instruction are passed over', () => {
  expect(listed(() => [0x06, 0x06], code.syscall).at(-1)).toEqual([2, 'syscall', null]);
});

test('no code has no instructions', () => {
  expect(disassemble(new Uint8Array(0), 0).length).toBe(0);
});
