import { describe, expect, test } from '@jest/globals';
import { runProgram, seccompData, type Program } from '../../support/differential/bpf.js';
import { outcomeUnder } from '../../support/differential/outcome-under.js';

const CALL = { number: 9, arch: 0xc000_003e, args: [2n ** 32n + 5n, 0n, 0n, 0n, 0n, 2n ** 64n - 2n] };
const RET_A = { code: 0x16, jt: 0, jf: 0, k: 0 };

function instruction(code: number, k = 0, [jt, jf] = [0, 0]): Program[number] {
  return { code, jt, jf, k };
}

/** What stands in the accumulator after these. */
function after(...program: Program): number {
  return runProgram([...program, RET_A], seccompData(CALL));
}

describe('the filter machine', () => {
  test.each([
    ['the number', 0, 9],
    ['the architecture', 4, 0xc000_003e],
    ['the low half of the first argument', 16, 5],
    ['its high half', 20, 1],
    ['the low half of the last argument', 56, 0xffff_fffe],
    ['its high half', 60, 0xffff_ffff],
  ])('reads %s', (_, offset, expected) => {
    expect(after(instruction(0x20, offset))).toBe(expected);
  });

  test.each([
    ['adds', 0x04, 0xffff_ffff, 6],
    ['subtracts', 0x14, 8, 0xffff_ffff],
    ['multiplies', 0x24, 0x8000_0001, 0x8000_0007],
    ['divides', 0x34, 2, 3],
    ['joins bits', 0x44, 8, 15],
    ['masks', 0x54, 3, 3],
    ['shifts left', 0x64, 30, 0xc000_0000],
    ['shifts right', 0x74, 1, 3],
    ['negates', 0x84, 0, 0xffff_fff9],
    ['turns bits', 0xa4, 0xffff_ffff, 0xffff_fff8],
  ])('%s', (_, code, k, expected) => {
    expect(after(instruction(0x00, 7), instruction(code, k))).toBe(expected);
  });

  test.each([
    ['equal', 0x15, 7, 1],
    ['not equal', 0x15, 8, 2],
    ['greater', 0x25, 6, 1],
    ['not greater', 0x25, 7, 2],
    ['at least', 0x35, 7, 1],
    ['a bit in common', 0x45, 4, 1],
    ['none in common', 0x45, 8, 2],
  ])('jumps when %s', (_, code, k, expected) => {
    const program = [instruction(0x00, 7), instruction(code, k, [0, 1]), instruction(0x06, 1), instruction(0x06, 2)];
    expect(runProgram(program, seccompData(CALL))).toBe(expected);
  });

  test('jumps always, keeps words and knows a second register', () => {
    expect(after(instruction(0x05, 1), instruction(0x06, 1), instruction(0x00, 3))).toBe(3);
    expect(after(instruction(0x00, 5), instruction(0x02, 2), instruction(0x00, 0), instruction(0x60, 2))).toBe(5);
    expect(after(instruction(0x00, 5), instruction(0x07), instruction(0x00, 1), instruction(0x0c))).toBe(6);
    expect(after(instruction(0x80))).toBe(64);
  });

  test('refuses what seccomp would refuse', () => {
    expect(() => after(instruction(0x50, 0))).toThrow('0x50 is no instruction that seccomp lets in');
    expect(() => runProgram([instruction(0x00, 1)], seccompData(CALL))).toThrow('the program ran past its end');
  });
});

describe('several filters', () => {
  const returning = (answer: number): Program => [instruction(0x06, answer)];

  test.each([
    ['the strictest counts', [0x7fff_0000, 0x0005_0001, 0x7ffc_0000], { action: 'SCMP_ACT_ERRNO', errno: 1 }],
    ['killing the process is strictest', [0x0000_0000, 0x8000_0000], { action: 'SCMP_ACT_KILL_PROCESS', errno: null }],
    ['of equal ones the newest counts', [0x0005_0026, 0x0005_0001], { action: 'SCMP_ACT_ERRNO', errno: 38 }],
    ['an error number has its limit', [0x0005_ffff], { action: 'SCMP_ACT_ERRNO', errno: 4095 }],
    ['a tracer gets its message', [0x7ff0_ffff], { action: 'SCMP_ACT_TRACE', errno: 0xffff }],
    ['an unknown answer kills', [0x1234_0000], { action: 'SCMP_ACT_KILL_PROCESS', errno: null }],
    ['none lets through', [], { action: 'SCMP_ACT_ALLOW', errno: null }],
  ])('%s', (_, answers, expected) => {
    expect(outcomeUnder(answers.map(returning), CALL)).toEqual(expected);
  });
});
