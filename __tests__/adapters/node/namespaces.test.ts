import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseNamespace } from '../../../src/adapters/node/namespaces.js';

describe('parseNamespace', () => {
  test('reads the inode', () => {
    expect(parseNamespace('mnt:[4026532474]', 'mnt')).toBe(4_026_532_474);
  });

  test.each(['', 'mnt', 'mnt:[]', 'net:[1]', 'mnt:[1]x', 'mnt:[-1]', '/proc/1/ns/mnt'])('refuses %j', (link) => {
    expect(parseNamespace(link, 'mnt')).toBeNull();
  });

  test('reads back any inode, and takes any text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (id) => {
        expect(parseNamespace(`uts:[${id}]`, 'uts')).toBe(id);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (link) => {
        expect(parseNamespace(link, 'uts')).toBeNull();
      }),
    );
  });
});
