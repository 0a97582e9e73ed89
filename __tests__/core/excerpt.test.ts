import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cut, quote, show } from '../../src/core/excerpt.js';

describe('an excerpt', () => {
  it('keeps a short text as it is', () => {
    expect(quote('a "b"\n')).toBe('"a \\"b\\"\\n"');
  });

  it('is never longer than allowed, and is the beginning of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 1, max: 100 }), (text, limit) => {
        const short = cut(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(text.startsWith(short.replace(/…$/, ''))).toBe(true);
      }),
    );
  });

  it('does not cut a character in half', () => {
    expect(cut('😀😀😀', 4)).toBe('😀…');
  });

  it.each([
    ['text', '"text"'],
    [5, '5'],
    [true, 'true'],
    [null, 'nothing'],
    [[], 'an empty list'],
    [[1], 'a list'],
    [{}, 'an empty map'],
    [{ a: 1 }, 'a map'],
  ])('shows %j as %s', (value, shown) => {
    expect(show(value)).toBe(shown);
  });
});
