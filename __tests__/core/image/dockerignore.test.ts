import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isIgnored } from '../../../src/core/image/dockerignore.js';

describe('isIgnored', () => {
  test.each([
    ['.git', '.git/config', true],
    ['.git/', '.git/config', true],
    ['/.git', '.git/config', true],
    ['./.git', '.git/config', true],
    ['x/../.git', '.git/config', true],
    ['**/.git', '.git/config', true],
    ['**/.git', 'a/b/.git/config', true],
    ['**', '.git/config', true],
    ['*', '.git/config', true],
    ['.g?t', '.git/config', true],
    ['.[a-h]it', '.git/config', true],
    ['.[^a-f]it', '.git/config', true],
    ['\\.git', '.git/config', true],
    ['.git/config', '.git/config', true],
    ['.git/**', '.git/config', true],
    ['**/config', '.git/config', true],
    ['  .git  \r', '.git/config', true],
    ['\uFEFF.git', '.git/config', true],
    ['', '.git/config', false],
    ['# .git', '.git/config', false],
    ['git', '.git/config', false],
    ['.git.bak', '.git/config', false],
    ['.gi', '.git/config', false],
    ['config', '.git/config', false],
    ['?git/x', '.git/config', false],
    ['.[a-f]it', '.git/config', false],
    ['x.git', '.git/config', false],
    ['.git\n!.git/config', '.git/config', false],
    ['.git\n!.git', '.git/config', false],
    ['.git\n!**/config', '.git/config', false],
    ['.git\n!.git/config\n.git', '.git/config', true],
    ['.git\n!other', '.git/config', true],
    ['!.git\n.git', '.git/config', true],
  ])('%j, %s: %s', (dockerignore, path, ignored) => {
    expect(isIgnored(dockerignore, path)).toBe(ignored);
  });

  test('does not trust a pattern that it cannot read', () => {
    expect(isIgnored('.git[z-a]', '.git[z-a]')).toBe(false);
    expect(isIgnored('.git\n![z-a]', '.git/config')).toBe(false);
  });

  test('takes any text, and hostile patterns in time that does not explode', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('*', '?', '/', '[', ']', '\\', '!', 'a', '.', '\n', '^', '(') }),
        (text) => {
          expect([true, false]).toContain(isIgnored(text, 'a/aa/aaa/config'));
        },
      ),
      { numRuns: 2000 },
    );
    expect(isIgnored('**/a'.repeat(500), Array.from({ length: 60 }, () => 'a').join('/'))).toBe(false);
  });
});
