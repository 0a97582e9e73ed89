import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeWhole } from '../../../src/adapters/node/write-whole.js';

const FILES = [
  { name: 'a.yml', text: 'new a' },
  { name: 'b.json', text: 'new b' },
];

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-write-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('writeWhole', () => {
  it('writes the files and nothing else', async () => {
    expect(await writeWhole(folder, FILES, { replace: false })).toEqual([
      join(folder, 'a.yml'),
      join(folder, 'b.json'),
    ]);
    expect(readdirSync(folder).sort()).toEqual(['a.yml', 'b.json']);
    expect(readFileSync(join(folder, 'b.json'), 'utf8')).toBe('new b');
  });

  it('writes none when one is there', async () => {
    writeFileSync(join(folder, 'b.json'), 'old');
    await expect(writeWhole(folder, FILES, { replace: false })).rejects.toThrow('nothing was written');
    expect(readdirSync(folder)).toEqual(['b.json']);
    expect(readFileSync(join(folder, 'b.json'), 'utf8')).toBe('old');
  });

  it('replaces a link and not what it leads to', async () => {
    writeFileSync(join(folder, 'target'), 'untouched');
    symlinkSync('target', join(folder, 'a.yml'));
    await writeWhole(folder, FILES, { replace: true });
    expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('untouched');
    expect(readFileSync(join(folder, 'a.yml'), 'utf8')).toBe('new a');
  });

  it('says why it cannot', async () => {
    await expect(writeWhole(join(folder, 'none'), FILES, { replace: false })).rejects.toThrow(
      /nothing was written: .*ENOENT/,
    );
  });
});
