import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { createFiles } from '../../src/adapters/node/files.js';
import { compareFiles } from '../../src/app/compare-files.js';
import { diffJson } from '../../src/report/diff-json.js';
import { diffText } from '../../src/report/diff-text.js';
import { json } from '../../src/report/json.js';
import { PLAIN } from '../../src/report/terminal/look.js';
import { RECORDED_SAMPLES } from '../support/sample-recorded.js';
import { result } from '../support/sample-results.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const GOLDEN = `${ROOT}__tests__/golden/`;

/** What is compared in each folder; names without a slash are files of the folder, or not on disk at all. */
const CASES: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'diff-lab-profile': ['docker-default', 'examples/samba/lab-profile.json'],
  'diff-examples': ['examples/samba/tightfit.yml', 'examples/samba/loose.yml'],
  'diff-loosened': ['before.yml', 'after.yml'],
  'diff-runtimes': ['before.yml', 'after.yml'],
  'diff-same-meaning': ['before.json', 'after.json'],
  'diff-results': ['before-result.json', 'after-result.json'],
};

const RESULTS: Readonly<Record<string, string>> = {
  'before-result.json': json(RECORDED_SAMPLES['tight-recorded'] ?? result()),
  'after-result.json': json(RECORDED_SAMPLES['loose-excess'] ?? result()),
};

/** The files of a golden folder under their bare names. */
function filesOf(folder: string): ReturnType<typeof createFiles> {
  const files = createFiles();
  const place = (path: string): string => (path.includes('/') ? `${ROOT}${path}` : `${GOLDEN}${folder}/${path}`);
  return {
    ...files,
    readText: async (path, limit) => RESULTS[path] ?? files.readText(path.startsWith('/') ? path : place(path), limit),
    resolveInside: (base, path) => files.resolveInside(base === '.' ? `${GOLDEN}${folder}` : `${ROOT}${base}`, path),
  };
}

async function compared(folder: string): Promise<Parameters<typeof diffText>[0]> {
  const [before = '', after = ''] = CASES[folder] ?? [];
  const outcome = await compareFiles({ files: filesOf(folder) }, { before, after, machines: ['amd64', 'arm64'] });
  if ('findings' in outcome) throw new TypeError(outcome.findings.map(({ message }) => message).join('; '));
  return outcome.comparison;
}

describe('golden comparisons', () => {
  test.each(Object.keys(CASES))('%s', async (folder) => {
    const expected = `${GOLDEN}${folder}/expected.txt`;
    const actual = diffText(await compared(folder), { palette: PLAIN, width: 100 });
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(expected, actual);
    expect(actual).toBe(readFileSync(expected, 'utf8'));
  });

  test('say the same as JSON', async () => {
    const comparison = await compared('diff-loosened');
    expect(JSON.parse(diffJson(comparison))).toEqual({ version: 1, looser: true, ...comparison });
    expect(JSON.parse(diffJson(await compared('diff-same-meaning')))).toMatchObject({ looser: false, differences: [] });
  });
});
