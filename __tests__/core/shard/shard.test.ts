import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseShard, partOf, shareOfOne, shardText } from '../../../src/core/shard/shard.js';

const SHARDS = fc
  .integer({ min: 1, max: 256 })
  .chain((count) => fc.record({ index: fc.integer({ min: 1, max: count }), count: fc.constant(count) }));

describe('a shard', () => {
  it('is written as it is read', () => {
    fc.assert(
      fc.property(SHARDS, (shard) => {
        expect(parseShard(shardText(shard))).toEqual(shard);
      }),
    );
  });

  it.each(['', '1', '0/3', '4/3', '1/0', '-1/3', '1/257', '1.5/3', ' 1/3', '1/3\n', '1/3/5', 'one/two'])(
    '%j is none',
    (text) => {
      expect(parseShard(text)).toBeNull();
    },
  );

  it('has its share of one thing where there are fewer things: of each, every share is one shard’s', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 20 }), (things, count) => {
        const shares = Array.from({ length: count }, (_, at) => shareOfOne({ index: at + 1, count }, things));
        for (let place = 0; place < Math.min(things, count); place++) {
          const own = shares.filter((one) => one.place === place).map(({ share }) => share);
          expect(own).toEqual(own.map((_, at) => ({ index: at + 1, count: own.length })));
        }
      }),
    );
  });

  it('has its part of a list: together all, each once, in order, and evenly', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (all, count) => {
        const parts = Array.from({ length: count }, (_, place) => partOf(all, { index: place + 1, count }));
        const sizes = parts.map(({ length }) => length);
        expect(parts.flat().toSorted()).toEqual(all.toSorted());
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        for (const part of parts) expect(part).toEqual(all.filter((one) => part.includes(one)));
      }),
    );
  });
});
