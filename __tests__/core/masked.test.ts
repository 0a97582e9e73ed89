import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { masked } from '../../src/core/masked.js';

describe('masked', () => {
  test.each([
    [['s3cret'], 'token=s3cret!', 'token=***!'],
    [['s3cret\n'], 'token=s3cret!', 'token=***!'],
    [['first line\nsecond line'], 'it says second line, first line', 'it says ***, ***'],
    [['abc', 'abcdef'], 'abcdef abc', '*** ***'],
    [['{\n  "key": "v4lue"\n}'], '{ "key": "v4lue" }', '{ *** }'],
    [['ab'], 'ab', '***'],
    [['a$&b'], 'x a$&b', 'x ***'],
    [[], 'as it is', 'as it is'],
    [['', '\n'], 'as it is', 'as it is'],
  ])('of %j', (secrets, line, shown) => {
    expect(masked(secrets)(line)).toBe(shown);
  });

  test('a secret of one line is nowhere in what is shown', () => {
    const secret = fc.string({ minLength: 1 }).filter((text) => /^[^\s*]+$/.test(text));
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
        expect(masked([value])(`${before}${value}${after}`)).not.toContain(value);
      }),
    );
  });
});
