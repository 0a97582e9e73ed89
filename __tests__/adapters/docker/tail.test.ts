import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keepTail } from '../../../src/adapters/docker/tail.js';

describe('keepTail', () => {
  test('keeps the last bytes, however they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary-ascii', maxLength: 20 })),
        fc.integer({ min: 1, max: 30 }),
        (parts, limit) => {
          const tail = keepTail(limit);
          for (const part of parts) tail.push(Buffer.from(part));
          const all = parts.join('');
          expect(tail.text()).toBe(all.slice(-limit));
          expect(tail.truncated()).toBe(all.length > limit);
        },
      ),
    );
  });

  test.each([
    ['aé', 1, ''],
    ['aé', 2, 'é'],
    ['x€y', 3, 'y'],
    ['😀!', 4, '!'],
  ])('does not leave half a character of %s at the start', (text, limit, expected) => {
    const tail = keepTail(limit);
    tail.push(Buffer.from(text));
    expect(tail.text()).toBe(expected);
  });

  test('may be read in between', () => {
    const tail = keepTail(3);
    tail.push(Buffer.from('ab'));
    expect(tail.text()).toBe('ab');
    tail.push(Buffer.from('cd'));
    expect(tail.text()).toBe('bcd');
  });
});
