import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TextExpectation } from '../../../src/core/policy/policy.js';
import { compareExpected, expectsNothing } from '../../../src/core/smoke/expectation.js';

const NOTHING: TextExpectation = { contains: [], matches: [], equals: null, absent: [], json: [] };

function compare(part: Partial<TextExpectation>, actual: string): readonly string[] {
  return compareExpected({ ...NOTHING, ...part }, actual);
}

const DIFFERENCES: readonly (readonly [Partial<TextExpectation>, string, readonly string[]])[] = [
  [{ contains: ['hello'] }, 'bye', ['does not contain "hello": it is "bye"']],
  [{ contains: ['a', 'b'] }, '', ['does not contain "a": it is empty', 'does not contain "b": it is empty']],
  [{ matches: ['^\\d+$'] }, '12a', ['does not match "^\\\\d+$": it is "12a"']],
  [{ matches: ['('] }, 'x', ['the pattern "(" cannot be read: missing closing ): `(`']],
  [{ equals: 'ok' }, 'ok\n', ['is "ok\\n", expected "ok"']],
  [
    { absent: ['PANIC'] },
    'fine\nthen PANIC: x\nend',
    ['contains "PANIC", expected nowhere, at line 2, column 6: "then PANIC: x"'],
  ],
  [{ json: [{ pointer: '/a', equals: 1 }] }, '{', ['is no JSON: it begins with "{"']],
];

describe('comparing a text with what is expected', () => {
  it.each(DIFFERENCES)('%j and %j', (part, actual, differences) => {
    expect(compare(part, actual)).toEqual(differences);
  });

  it('shows the place of the first difference in long texts', () => {
    const text = 'line\n'.repeat(100);
    expect(compare({ equals: `${text}end` }, `${text}fin`)).toEqual([
      'differs at line 101, column 1: found "fin", expected "end"',
    ]);
    expect(compare({ equals: text }, `${text}more`)).toEqual([
      'differs at line 101, column 1: found "more", expected its end',
    ]);
  });

  it('shows the beginning and the end of a long text', () => {
    const [difference = ''] = compare({ contains: ['x'] }, `first${'.'.repeat(5000)}last`);
    expect(difference).toMatch(
      /^does not contain "x": its 5009 characters begin with "first.*" and end with ".*last"$/,
    );
    expect(difference.length).toBeLessThan(400);
  });

  it('keeps every sentence short, however long the text', () => {
    const expectation = {
      contains: ['zz'],
      matches: ['zz'],
      equals: 'zz',
      absent: ['a'],
      json: [{ pointer: '', equals: 0 }],
    };
    fc.assert(
      fc.property(fc.string({ maxLength: 5000 }), (text) => {
        for (const sentence of compareExpected(expectation, `a${text}`)) expect(sentence.length).toBeLessThan(2000);
      }),
    );
  });

  it('finds nothing wrong with what holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, part, after) => {
        const text = before + part + after;
        expect(compare({ contains: [part], equals: text }, text)).toEqual([]);
        expect(compare({ absent: [part] }, text)).toHaveLength(1);
        expect(compare({ equals: text }, `${text}x`)).toHaveLength(1);
      }),
    );
  });

  it('takes any text when nothing is expected', () => {
    expect(expectsNothing(NOTHING)).toBe(true);
    expect(expectsNothing({ ...NOTHING, equals: '' })).toBe(false);
    expect(expectsNothing({ ...NOTHING, absent: ['x'] })).toBe(false);
    fc.assert(fc.property(fc.string(), (text) => compareExpected(NOTHING, text).length === 0));
  });
});
