import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { replaceFiles } from '../../../src/adapters/node/replace-files.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-replace-'));
  writeFileSync(join(folder, 'a.yml'), 'old a');
  writeFileSync(join(folder, 'b.json'), 'old b');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function contents(): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('files that get another content', () => {
  it('have it, keep their mode and leave nothing beside them', async () => {
    chmodSync(join(folder, 'a.yml'), 0o640);
    await replaceFiles([
      { path: join(folder, 'a.yml'), before: 'old a', after: 'new ä' },
      { path: join(folder, 'b.json'), before: 'old b', after: '' },
    ]);
    expect(contents()).toEqual({ 'a.yml': 'new ä', 'b.json': '' });
    expect(statSync(join(folder, 'a.yml')).mode & 0o777).toBe(0o640);
  });

  it('are all left alone when one of them has changed', async () => {
    const replaced = replaceFiles([
      { path: join(folder, 'a.yml'), before: 'old a', after: 'new a' },
      { path: join(folder, 'b.json'), before: 'older b', after: 'new b' },
    ]);
    await expect(replaced).rejects.toThrow(/b\.json" has changed in the meantime and was left alone/);
    expect(contents()).toEqual({ 'a.yml': 'old a', 'b.json': 'old b' });
  });

  it('are all left alone when one of them is gone', async () => {
    const replaced = replaceFiles([
      { path: join(folder, 'a.yml'), before: 'old a', after: 'new a' },
      { path: join(folder, 'none', 'c.json'), before: '', after: 'new c' },
    ]);
    await expect(replaced).rejects.toThrow(/a file could not be written: ENOENT/);
    expect(contents()).toEqual({ 'a.yml': 'old a', 'b.json': 'old b' });
  });
});
