import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDuration, parseDuration } from '../../../src/core/policy/duration.js';

describe('a duration', () => {
  it.each([
    ['20s', 20_000],
    ['1m30s', 90_000],
    ['500ms', 500],
    ['1h5m30s20ms', 3_930_020],
    ['1.5s', 1500],
    ['5m', 300_000],
    ['0s', 0],
  ])('%s is %i ms', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(['', '20', 's', '1s1m', '-1s', '1 s', '1d', '1.5m', '1sm', '1s\n'])('is not %j', (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  it('is read back as it is shown', () => {
    fc.assert(
      fc.property(fc.nat(86_400_000), (milliseconds) => {
        expect(parseDuration(formatDuration(milliseconds))).toBe(milliseconds);
      }),
    );
  });
});
