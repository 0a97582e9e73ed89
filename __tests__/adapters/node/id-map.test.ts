import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseIdMap } from '../../../src/adapters/node/id-map.js';

describe('parseIdMap', () => {
  test.each([
    ['the host', '         0          0 4294967295\n', { identity: true, zero: 0 }],
    ['a remapped engine', '         0     100000      65536\n', { identity: false, zero: 100_000 }],
    ['a rootless engine', '0 1000 1\n1 100000 65536\n', { identity: false, zero: 1000 }],
    ['a sandbox', '      1000       1000          1\n', { identity: false, zero: null }],
    ['part of all ids', '0 0 4294967294\n', { identity: false, zero: 0 }],
  ])('reads the map of %s', (_, text, map) => {
    expect(parseIdMap(text)).toEqual(map);
  });

  test.each(['', '\n', '0 0', '0 0 x', '0 0 1 2', '0 0 4294967295\nx', '-1 0 1'])('refuses %j', (text) => {
    expect(parseIdMap(text)).toBeNull();
  });

  test('reads back what is written, and takes any text', () => {
    const id = fc.integer({ min: 0, max: 4_294_967_295 });
    const ranges = fc.array(fc.tuple(id, id, id), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(ranges, (all) => {
        const zero = all.find(([inside]) => inside === 0)?.[1] ?? null;
        expect(parseIdMap(all.map((range) => `${range.join('\t')}\n`).join(''))?.zero).toBe(zero);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => parseIdMap(text)).not.toThrow();
      }),
    );
  });
});
