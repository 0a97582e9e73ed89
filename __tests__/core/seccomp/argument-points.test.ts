import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { argumentPoints } from '../../../src/core/seccomp/argument-points.js';
import { OPERATORS } from '../../../src/core/seccomp/operator.js';
import type { ArgumentCondition } from '../../../src/core/seccomp/profile.js';

const at = { file: 'p.json', line: 1, column: 1 };
const condition = (members: Partial<ArgumentCondition>): ArgumentCondition => ({
  index: 0,
  operator: 'SCMP_CMP_EQ',
  value: 0n,
  valueTwo: 0n,
  location: at,
  ...members,
});

describe('argumentPoints', () => {
  test('is one point of zeros without conditions', () => {
    expect(argumentPoints([])).toEqual([[0n, 0n, 0n, 0n, 0n, 0n]]);
  });

  test('has the value, its neighbours and the ends, smallest first', () => {
    const points = argumentPoints([condition({ index: 1, value: 5n })]);
    expect(points.map((point) => point[1])).toEqual([0n, 4n, 5n, 6n, 2n ** 64n - 1n]);
  });

  test('has an argument for and against every set of bits', () => {
    const masked = condition({ operator: 'SCMP_CMP_MASKED_EQ', value: 6n, valueTwo: 2n });
    const parts = new Set(argumentPoints([masked]).map(([argument = 0n]) => argument & 6n));
    expect(parts).toEqual(new Set([0n, 2n, 6n]));
  });

  test('meets masked conditions on one argument together', () => {
    const low = condition({ operator: 'SCMP_CMP_MASKED_EQ', value: 3n, valueTwo: 1n });
    const high = condition({ operator: 'SCMP_CMP_MASKED_EQ', value: 12n, valueTwo: 8n });
    expect(argumentPoints([low, high]).some(([argument = 0n]) => (argument & 15n) === 9n)).toBe(true);
  });

  test('is bounded, its values are 64-bit, and it stays the same', () => {
    const any = fc.record({
      index: fc.nat(5),
      operator: fc.constantFrom(...OPERATORS),
      value: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      valueTwo: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      location: fc.constant(at),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (conditions) => {
        const points = argumentPoints(conditions);
        expect(points.length).toBeLessThanOrEqual(4096);
        expect(points.flat().every((value) => value >= 0n && value < 2n ** 64n)).toBe(true);
        expect(argumentPoints(conditions)).toEqual(points);
      }),
      { numRuns: 40 },
    );
  });
});
