import { posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldersOf, insideFolder } from '../../../src/core/policy/inside-folder.js';

const NAMES = fc.constantFrom('..', '.', '', 'a', 'b', '...', '..a');

describe('a path of the policy', () => {
  it.each(['profile.json', './a/b', 'a/../b', 'a/..', '.', '...', 'a:b', '@a'])('%j is inside', (path) => {
    expect(insideFolder(path)).toEqual({ value: path });
  });

  it.each([
    ['/etc/passwd', 'absolute'],
    ['//a', 'absolute'],
    ['~/x', 'home'],
    ['~root', 'home'],
    ['..', 'leads out'],
    ['a/../../b', 'leads out'],
    ['./..', 'leads out'],
    ['https://example.org/x.git', 'address'],
    ['git@example.org:x.git', 'address'],
  ])('%j is not: %s', (path, why) => {
    expect(insideFolder(path)).toMatchObject({ mistake: { message: expect.stringContaining(why) } });
  });

  it('is inside exactly when the path it comes to is', () => {
    fc.assert(
      fc.property(fc.array(NAMES, { minLength: 1 }), (names) => {
        const path = names.join('/');
        const reached = posix.normalize(`./${path}`);
        expect('value' in insideFolder(path)).toBe(!path.startsWith('/') && !/^\.\.(?:\/|$)/.test(reached));
      }),
    );
  });

  it('comes to the same folders as the operating system says', () => {
    fc.assert(
      fc.property(fc.array(NAMES), (names) => {
        const path = names.join('/');
        const reached = posix.normalize(`./${path}`).replace(/\/$/, '');
        const expected = /^\.\.(?:\/|$)/.test(reached) ? null : reached === '.' ? [] : reached.split('/');
        expect(foldersOf(path)).toEqual(expected);
      }),
    );
  });
});
