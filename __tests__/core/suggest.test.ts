import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CAPABILITIES } from '../../src/core/capability/names.js';
import { suggest } from '../../src/core/suggest.js';

describe('suggest', () => {
  test.each([
    ['cap_ad', ['cap_add', 'cap_drop'], 'cap_add'],
    ['securty_opt', ['security_opt', 'sysctls'], 'security_opt'],
    ['read-only', ['read_only', 'ready'], 'read_only'],
    ['SETIUD', CAPABILITIES, 'SETUID'],
    ['NET_BIND', CAPABILITIES, 'NET_BIND_SERVICE'],
    ['openta', ['open', 'openat', 'openat2'], 'openat'],
  ])('%s means one of the known words', (word, candidates, expected) => {
    expect(suggest(word, candidates)).toBe(expected);
  });

  test.each([
    ['frobnicate', CAPABILITIES],
    ['', ['a']],
    ['NET', CAPABILITIES],
    ['x'.repeat(65), ['x'.repeat(65)]],
    ['anything', []],
  ])('%s means none of them', (word, candidates) => {
    expect(suggest(word, candidates)).toBeNull();
  });

  test('of two equally near words the first is taken', () => {
    expect(suggest('SETXID', ['SETUID', 'SETGID'])).toBe('SETUID');
  });

  test('a word finds itself among the candidates', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CAPABILITIES), (name) => {
        expect(suggest(name, CAPABILITIES)).toBe(name);
      }),
    );
  });

  test('whatever the text, the answer is a candidate or nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.array(fc.string({ maxLength: 20 })), (word, candidates) => {
        expect([null, ...candidates]).toContain(suggest(word, candidates));
      }),
    );
  });
});
