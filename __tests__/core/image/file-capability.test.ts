import { describe, expect, test } from '@jest/globals';
import { fileCapabilities } from '../../../src/core/image/file-capability.js';

function decoded(hex: string): ReturnType<typeof fileCapabilities> {
  return fileCapabilities(Buffer.from(hex, 'hex'));
}

describe('file capabilities', () => {
  test('of version 2 are those that setcap writes', () => {
    expect(decoded('0100000280200000000000000000000000000000')).toEqual({
      permitted: ['SETUID', 'NET_RAW'],
      inheritable: [],
      effective: true,
      rootId: null,
    });
  });

  test('above bit 31 and inheritable ones are told apart, and whether they are effective', () => {
    expect(decoded('0000000201000000020000008000000000000000')).toEqual({
      permitted: ['CHOWN', 'BPF'],
      inheritable: ['DAC_OVERRIDE'],
      effective: false,
      rootId: null,
    });
  });

  test('of version 3 name the user they hold for', () => {
    expect(decoded('0100000300200000000000000000000000000000a0860100')?.rootId).toBe(100_000);
  });

  test('of version 1 have 32 bits', () => {
    expect(decoded('010000010020000000000000')?.permitted).toEqual(['NET_RAW']);
  });

  test.each(['', '01', '01000002', '0100000400200000000000000000000000000000', '010000020020000000000000'])(
    'are none in %j, which the kernel refuses',
    (hex) => {
      expect(decoded(hex)).toBeNull();
    },
  );
});
