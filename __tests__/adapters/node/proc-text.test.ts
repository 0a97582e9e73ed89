import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isEnding, parseStat, parseStatus } from '../../../src/adapters/node/proc-text.js';
import { statText, statusText } from '../../support/proc-folder.js';

describe('parseStat', () => {
  test('reads name and parent', () => {
    expect(parseStat(statText({ pid: 7, parent: 3, name: 'nginx' }))).toEqual({ name: 'nginx', parent: 3 });
  });

  test('is not fooled by a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(')', '(', ' ', 'S', 'Z', '1', '\n'), maxLength: 15 }), (name) => {
        expect(parseStat(statText({ pid: 7, parent: 3, name }))).toEqual({ name, parent: 3 });
      }),
    );
  });

  test.each(['Z', 'X'])('takes a process in state %s for dead', (state) => {
    expect(parseStat(statText({ pid: 7, parent: 3, name: 'x', state }))).toBeNull();
  });

  test('takes a process for alive whose first thread alone is dead', () => {
    expect(parseStat(statText({ pid: 7, parent: 3, name: 'x', state: 'Z', threads: 2 }))).toEqual({
      name: 'x',
      parent: 3,
    });
  });

  test.each(['', '7', '7 (x', '7 (x) S', 'x) S 1 ('])('refuses %j', (text) => {
    expect(parseStat(text)).toBeNull();
  });
});

describe('isEnding', () => {
  test('goes by the flags', () => {
    expect(isEnding('7 (x) S) S 3 7 7 0 -1 4194560 0')).toBe(false);
    expect(isEnding('7 (x) S) S 3 7 7 0 -1 4194564 0')).toBe(true);
    expect(isEnding('')).toBe(false);
  });
});

describe('parseStatus', () => {
  test('reads effective ids, capabilities, and what cannot be undone', () => {
    expect(parseStatus(statusText({ uid: 33, capEff: '0000000000000400', noNewPrivs: 1 }))).toEqual({
      uid: 33,
      gid: 5,
      capEff: '0000000000000400',
      capPrm: '00000000a80425fb',
      capBnd: '00000000a80425fb',
      capAmb: '0000000000000000',
      noNewPrivs: true,
      seccomp: 2,
      seccompFilters: 1,
    });
  });

  test('does not know the number of filters on kernels before 5.9', () => {
    const text = statusText({}).replace(/^Seccomp_filters.*\n/m, '');
    expect(parseStatus(text)).toMatchObject({ seccomp: 2, seccompFilters: null });
  });

  test.each(['Uid', 'Gid', 'CapEff', 'CapBnd', 'Seccomp'])('refuses a text without %s', (name) => {
    expect(parseStatus(statusText({}).replace(new RegExp(`^${name}:.*\n`, 'm'), ''))).toBeNull();
  });

  test('refuses nothing', () => {
    expect(parseStatus('')).toBeNull();
  });
});
