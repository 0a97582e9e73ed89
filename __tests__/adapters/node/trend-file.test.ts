import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { appendTrend, readTrend } from '../../../src/adapters/node/trend-file.js';
import type { TrendEntry } from '../../../src/core/trend/trend-entry.js';

const ENTRY: TrendEntry = {
  service: 'web',
  at: '2026-05-04T10:11:12.000Z',
  verdict: 'tight',
  looseness: null,
  used: null,
  granted: null,
  needed: null,
  key: 'k',
};
const LINE = JSON.stringify(ENTRY);

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tightfit-trend-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('a trend file', () => {
  test('is made with its folder, grows, and leaves nothing beside it', async () => {
    const path = join(folder, 'kept', 'trend.jsonl');
    expect(await appendTrend(path, [ENTRY])).toEqual({ entries: [ENTRY], problems: [] });
    expect(await appendTrend(path, [ENTRY])).toEqual({ entries: [ENTRY, ENTRY], problems: [] });
    expect(await readFile(path, 'utf8')).toBe(`${LINE}\n${LINE}\n`);
    expect(await readdir(join(folder, 'kept'))).toEqual(['trend.jsonl']);
    expect((await readTrend(path)).entries).toEqual([ENTRY, ENTRY]);
  });

  test('with a line that cannot be read keeps it and says so', async () => {
    const path = join(folder, 'trend.jsonl');
    await writeFile(path, `${LINE}\n{"cut`);
    const { entries, problems } = await appendTrend(path, [ENTRY]);
    expect(entries).toEqual([ENTRY, ENTRY]);
    expect(problems).toEqual([`not a line of a trend, so that it is left out: ${path}:2`]);
    expect(await readFile(path, 'utf8')).toBe(`${LINE}\n{"cut\n${LINE}\n`);
  });

  test.each(['# Readme\n', '\u0000\u00ff'])('that is another file is left alone', async (text) => {
    const path = join(folder, 'README.md');
    await writeFile(path, text);
    const { entries, problems } = await appendTrend(path, [ENTRY]);
    expect(entries).toEqual([ENTRY]);
    expect(problems).toEqual([`${path} was left alone: none of its lines is one of a trend. Name another file.`]);
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  test.each(['a folder', 'a link', 'not UTF-8'])('that is %s is told and not written', async (kind) => {
    const path = join(folder, 'trend.jsonl');
    const other = join(folder, 'other');
    await writeFile(other, `${LINE}\n`);
    if (kind === 'a link') await symlink(other, path);
    if (kind === 'not UTF-8') await writeFile(path, Buffer.from([0xff, 0xfe, 0x0a]));
    const { entries, problems } = await appendTrend(kind === 'a folder' ? folder : path, [ENTRY]);
    expect(entries).toEqual([ENTRY]);
    expect(problems).toEqual([expect.stringMatching(/^the trend was not kept: /)]);
    expect(await readFile(other, 'utf8')).toBe(`${LINE}\n`);
  });

  test('that is missing is told where it is only read', async () => {
    expect(await readTrend(join(folder, 'none'))).toEqual({
      entries: [],
      problems: [expect.stringMatching(/^the trend was not read: .* does not exist$/)],
    });
  });
});
