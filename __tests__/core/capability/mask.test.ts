import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { capabilitiesOf, formatMask, maskOf, parseMask } from '../../../src/core/capability/mask.js';
import { CAPABILITIES, DOCKER_DEFAULT_CAPABILITIES } from '../../../src/core/capability/names.js';

describe('capability masks', () => {
  test('the default set is what /proc shows in a plain container', () => {
    expect(formatMask(maskOf(DOCKER_DEFAULT_CAPABILITIES))).toBe('00000000a80425fb');
  });

  test('the full set is what /proc shows for root', () => {
    expect(formatMask(maskOf(CAPABILITIES))).toBe('000001ffffffffff');
  });

  test('the names come in bit order', () => {
    expect(capabilitiesOf(0b1100_0001n)).toEqual(['CHOWN', 'SETGID', 'SETUID']);
  });

  test('a bit newer than this program has no name', () => {
    expect(capabilitiesOf((1n << 41n) | 1n)).toEqual(['CHOWN']);
  });

  test.each(['', 'xyz', '-1', '0x1', '1'.repeat(17), ' 1'])('%j is no mask', (text) => {
    expect(parseMask(text)).toBeNull();
  });

  test('sets survive the way through text', () => {
    fc.assert(
      fc.property(fc.subarray([...CAPABILITIES]), (names) => {
        const mask = parseMask(formatMask(maskOf(names)));
        expect(capabilitiesOf(mask ?? 0n)).toEqual(names);
      }),
    );
  });
});
