import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  CAPABILITIES,
  capabilityBit,
  DOCKER_DEFAULT_CAPABILITIES,
  parseCapability,
} from '../../../src/core/capability/names.js';

describe('CAPABILITIES', () => {
  test.each([
    ['CHOWN', 0],
    ['SETGID', 6],
    ['NET_BIND_SERVICE', 10],
    ['SYS_ADMIN', 21],
    ['AUDIT_READ', 37],
    ['CHECKPOINT_RESTORE', 40],
  ] as const)('%s has the kernel number %i', (name, bit) => {
    expect(capabilityBit(name)).toBe(bit);
  });

  test('there are 41, and Docker gives 14 of them', () => {
    expect(new Set(CAPABILITIES).size).toBe(41);
    expect(new Set(DOCKER_DEFAULT_CAPABILITIES).size).toBe(14);
  });
});

describe('parseCapability', () => {
  test.each(['NET_RAW', 'CAP_NET_RAW', 'net_raw', 'Cap_Net_Raw'])('reads %s', (text) => {
    expect(parseCapability(text)).toBe('NET_RAW');
  });

  test.each(['ALL', 'CAP_ALL', 'CAP_CAP_NET_RAW', 'NET-RAW', ' NET_RAW', '', 'constructor', '__proto__'])(
    'does not read %j',
    (text) => {
      expect(parseCapability(text)).toBeNull();
    },
  );

  test('gives a known name or nothing for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([null, ...CAPABILITIES]).toContain(parseCapability(text));
      }),
    );
  });
});
