import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { writeFiles } from '../../../src/adapters/node/write-files.js';

const folder = mkdtempSync(join(tmpdir(), 'tightfit-write-files-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a file that cannot be written keeps no other from it, and is told', async () => {
  const reports = join(folder, 'a/b');
  mkdirSync(join(reports, 'taken'), { recursive: true });
  const files = ['one', 'taken', 'two'].map((name) => ({ name, text: `${name}\n` }));
  const { written, problems } = await writeFiles(reports, files);
  expect(written).toEqual(['one', 'two']);
  expect(readFileSync(join(reports, 'two'), 'utf8')).toBe('two\n');
  expect(problems).toEqual([expect.stringContaining(`${join(reports, 'taken')} could not be written: `)]);
});
