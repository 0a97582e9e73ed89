import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { unifiedDiff } from '../../../src/core/edit/unified-diff.js';

/** What git makes of the patch. */
function applied(before: string, patch: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tightfit-patch-'));
  try {
    writeFileSync(join(folder, 'tightfit.yml'), before);
    execFileSync('git', ['apply', '-'], { cwd: folder, input: patch, stdio: ['pipe', 'ignore', 'ignore'] });
    return readFileSync(join(folder, 'tightfit.yml'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a unified diff', () => {
  it('is empty when nothing changes', () => {
    expect(unifiedDiff({ file: 'a', before: 'x\n', after: 'x\n' })).toBe('');
  });

  it('names the file, the lines and what is around them', () => {
    expect(unifiedDiff({ file: 'ci/tightfit.yml', before: 'a\nb\nc\n', after: 'a\nB\nc\n' })).toBe(
      '--- a/ci/tightfit.yml\n+++ b/ci/tightfit.yml\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n',
    );
  });

  it.each([
    ['with line feeds', 'a\nb\nc\n', 'a\nc\nd\n'],
    ['without one at the end', 'a\nb', 'a'],
    ['with carriage returns', 'a\r\nb\r\nc\r\n', 'a\r\nc\r\n'],
  ])('is taken by git, %s', (_, before, after) => {
    expect(applied(before, unifiedDiff({ file: 'tightfit.yml', before, after }))).toBe(after);
  });
});
