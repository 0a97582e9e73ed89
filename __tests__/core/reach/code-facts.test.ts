import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadDisassembler } from '../../../src/adapters/disassembler/iced.js';
import { objectFacts } from '../../../src/core/reach/object-facts.js';
import { elfFile, STUBS, type ElfParts } from '../../support/elf-file.js';
import * as code from '../../support/machine-code.js';

const disassemble = await loadDisassembler();

interface Found {
  readonly calls: readonly number[];
  readonly isOpen: boolean;
  readonly indirect: readonly number[];
  readonly isIndirectOpen: boolean;
}

/** What all functions of a file do, together. */
function found(parts: ElfParts): Found {
  const facts = objectFacts('/program', elfFile(parts), disassemble)?.code.facts ?? [];
  const sorted = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((a, b) => a - b);
  return {
    calls: sorted(facts.flatMap(({ calls }) => [...calls])),
    isOpen: facts.some(({ isOpen }) => isOpen),
    indirect: sorted(facts.flatMap(({ indirect }) => [...indirect])),
    isIndirectOpen: facts.some(({ isIndirectOpen }) => isIndirectOpen),
  };
}

function inCode(...ops: readonly code.Op[]): Found {
  return found({ code: ops, functions: [[code.CODE, code.CODE + code.assemble(ops).length]] });
}

function throughLibrary(...ops: readonly code.Op[]): Found {
  const stubs = [code.marker, code.jumpThrough(0)];
  return found({ imports: ['syscall'], code: ops, stubs, functions: [[code.CODE, code.CODE + 64]] });
}

describe('a syscall instruction', () => {
  test('makes the call whose number is in its register', () => {
    expect(inCode(code.eax(39), code.syscall, code.ret)).toMatchObject({ calls: [39], isOpen: false });
  });

  test('makes it when the number came by another register', () => {
    expect(inCode(code.edx(231), code.edxToEax, code.syscall, code.ret)).toMatchObject({ calls: [231], isOpen: false });
    expect(inCode(code.ebx(3), code.nop, code.rbxToRax, code.syscall).calls).toEqual([3]);
  });

  test('makes either call where two ways lead to it', () => {
    const ops = [code.eax(1), code.testEsi, code.skipWhenEqual(5), code.eax(20), code.syscall, code.ret];
    expect(inCode(...ops)).toMatchObject({ calls: [1, 20], isOpen: false });
  });

  test('makes read with a register that was emptied', () => {
    expect(inCode(code.zeroEax, code.syscall, code.ret)).toMatchObject({ calls: [0], isOpen: false });
  });

  test.each([
    ['memory', [code.memoryToEax]],
    ['a sum', [code.eax(1), code.addToEax]],
    ['an argument of the function', []],
    ['what an earlier call answered', [code.eax(1), code.syscall]],
    ['what a function answered', [code.eax(1), code.call(code.CODE)]],
    ['a register that a function may change', [code.edx(1), code.call(code.CODE), code.edxToEax]],
  ] as const)('has a number that cannot be told from %s', (_, before) => {
    expect(inCode(...before, code.syscall, code.ret).isOpen).toBe(true);
  });

  test('keeps a number in a register that functions do not change', () => {
    const ops = [code.ebx(7), code.call(code.CODE), code.rbxToRax, code.syscall, code.ret];
    expect(inCode(...ops)).toMatchObject({ calls: [7], isOpen: false });
  });

  test('is found where no table tells of functions', () => {
    expect(found({ code: [code.eax(12), code.syscall, code.ret] }).calls).toEqual([12]);
  });

  test('is found in the one function of much code that has it', () => {
    const filler = Array.from({ length: 40 }, () => code.nop);
    const ops = [...filler, code.ret, code.eax(5), code.syscall, code.ret];
    expect(
      found({
        code: ops,
        functions: [
          [code.CODE, code.CODE + 41],
          [code.CODE + 41, code.CODE + 49],
        ],
      }).calls,
    ).toEqual([5]);
  });
});

describe("the C library's syscall()", () => {
  test('is called with the number it is given, through a stub or its slot', () => {
    expect(throughLibrary(code.edi(186), code.call(STUBS), code.ret)).toMatchObject({
      indirect: [186],
      isIndirectOpen: false,
    });
    expect(throughLibrary(code.edi(186), code.callThrough(0), code.ret).indirect).toEqual([186]);
  });

  test('has a number that cannot be told', () => {
    expect(throughLibrary(code.memoryToEdi, code.call(STUBS), code.ret).isIndirectOpen).toBe(true);
    expect(throughLibrary(code.call(STUBS), code.ret).isIndirectOpen).toBe(true);
  });

  test('can be called with anything once its address is in a register', () => {
    const ops = [code.edi(39), code.slotToRbx(0), code.memoryToEdi, code.callRbx, code.ret];
    expect(throughLibrary(...ops).isIndirectOpen).toBe(true);
  });
});

interface Piece {
  readonly ops: readonly code.Op[];
  readonly calls: readonly number[];
  readonly isOpen: boolean;
}

const NUMBER = fc.integer({ min: 0, max: 460 });
const NOISE = fc.array(fc.constantFrom(code.nop, code.testEsi, code.ebx(9), code.memoryToEdi), { maxLength: 3 });

const PIECE: fc.Arbitrary<Piece> = fc
  .tuple(NUMBER, NUMBER, NOISE, fc.constantFrom('number', 'copy', 'zero', 'either', 'memory', 'none'))
  .map(([number, other, noise, way]) => {
    const end = [...noise, code.syscall];
    switch (way) {
      case 'number':
        return { ops: [code.eax(number), ...end], calls: [number], isOpen: false };
      case 'copy':
        return { ops: [code.edx(number), ...noise, code.edxToEax, ...end], calls: [number], isOpen: false };
      case 'zero':
        return { ops: [code.zeroEax, ...end], calls: [0], isOpen: false };
      case 'either':
        return {
          ops: [code.eax(number), code.testEsi, code.skipWhenEqual(5), code.eax(other), ...end],
          calls: [number, other],
          isOpen: false,
        };
      case 'memory':
        return { ops: [code.memoryToEax, ...end], calls: [], isOpen: true };
      case 'none':
        return { ops: noise, calls: [], isOpen: false };
    }
  });

test('the calls found in a program are those that were put into it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(PIECE, { maxLength: 5 }), { minLength: 1, maxLength: 6 }), (written) => {
      const ops: code.Op[] = [];
      const functions: [number, number][] = [];
      for (const pieces of written) {
        const begin = code.CODE + code.assemble(ops).length;
        ops.push(...pieces.flatMap((piece) => piece.ops), code.ret);
        functions.push([begin, code.CODE + code.assemble(ops).length]);
      }
      const pieces = written.flat();
      const calls = [...new Set(pieces.flatMap((piece) => piece.calls))].sort((a, b) => a - b);
      const isOpen = pieces.some((piece) => piece.isOpen);
      expect(found({ code: ops, functions })).toMatchObject({ calls, isOpen });
    }),
    { numRuns: 200 },
  );
});
