import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePattern } from '../../../src/core/policy/pattern.js';

describe('a pattern', () => {
  it('is searched for anywhere', () => {
    const parsed = parsePattern('"ok":\\s*true');
    expect('value' in parsed && parsed.value.matcher('{"ok":  true}').find()).toBe(true);
  });

  it.each(['(', '[a', 'a**', '(?=a)', '(a)\\1', 'a{2000}', 'x'.repeat(1001), '(?:ab|c){300}'])(
    '%j is refused',
    (text) => {
      expect(parsePattern(text)).toHaveProperty('mistake.rule', 'policy-invalid');
    },
  );

  it('is a pattern or a mistake for any text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab()[\]{}*+?|\\^$.,:=!<1]{0,30}$/), (text) => {
        expect(Object.keys(parsePattern(text))).toHaveLength(1);
      }),
    );
  });
});
