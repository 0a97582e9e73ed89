import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { json } from '../../src/report/json.js';
import { tightfit } from '../support/cli.js';
import { RECORDED_SAMPLES } from '../support/sample-recorded.js';
import { result } from '../support/sample-results.js';

const folder = mkdtempSync(join(tmpdir(), 'tightfit-report-'));
const before = join(folder, 'before.json');
const after = join(folder, 'after.json');

beforeAll(() => {
  writeFileSync(before, json(RECORDED_SAMPLES['tight-recorded'] ?? result()));
  writeFileSync(after, json(RECORDED_SAMPLES['loose-excess'] ?? result()));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('tightfit report', () => {
  test('renders a result later, whatever its verdict is', async () => {
    const { code, stdout } = await tightfit(['report', after, '--format', 'badge-json']);
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { message: 'loose · 31' }]);
  });

  test('gives the very result back', async () => {
    expect((await tightfit(['report', after, '--format', 'json'])).stdout).toBe(readFileSync(after, 'utf8'));
  });

  test('writes every format', async () => {
    const reports = join(folder, 'out');
    const { code, stdout } = await tightfit(['report', after, '--report-dir', reports, '--base', before]);
    expect([code, stdout]).toEqual([0, '']);
    expect(readdirSync(reports).sort()).toEqual([
      'summary.md',
      'tightfit.badge.json',
      'tightfit.badge.svg',
      'tightfit.html',
      'tightfit.json',
      'tightfit.junit.xml',
      'tightfit.md',
      'tightfit.sarif',
      'tightfit.txt',
    ]);
    expect(readFileSync(join(reports, 'tightfit.md'), 'utf8')).toContain('### Against the base');
  });

  test('says what is wrong with a file that is no result', async () => {
    const wrong = join(folder, 'wrong.json');
    writeFileSync(wrong, readFileSync(after, 'utf8').replace('"verdict": "loose"', '"verdict": "fine"'));
    const { code, stdout, stderr } = await tightfit(['report', wrong]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('/verdict is "fine", expected one of "tight", "loose", "broken", "unjudged"');
  });

  test('a folder that cannot be written to is told', async () => {
    const { code, stderr } = await tightfit(['report', after, '--report-dir', join(after, 'out')]);
    expect(code).toBe(2);
    expect(stderr).toContain('tightfit.sarif could not be written');
    expect(existsSync(join(after, 'out'))).toBe(false);
  });
});

describe('tightfit diff', () => {
  test.each([
    [['docker-default', 'examples/samba/lab-profile.json'], 1, 'is looser than docker-default'],
    [['docker-default', 'docker-default'], 0, 'is not looser than docker-default (no difference)'],
    [['examples/samba/loose.yml', 'examples/samba/tightfit.yml'], 0, 'is not looser than'],
    [[before, after], 1, 'is looser than'],
    [[after, after], 0, '(no difference)'],
  ])('%j ends with %d', async (sides, code, closing) => {
    const ended = await tightfit(['diff', ...sides]);
    expect(ended.code).toBe(code);
    expect(ended.stdout.trimEnd().split('\n').at(-1)).toContain(closing);
  });

  test('prints JSON', async () => {
    const { stdout } = await tightfit(['diff', before, after, '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, looser: true, kind: 'result', before, after });
  });

  test.each([
    [
      ['examples/samba/tightfit.yml', 'examples/samba/profile.json'],
      'Compare two profiles, two policies or two results.',
    ],
    [['docker-default', 'no-such-file.json'], 'does not exist'],
  ])('%j cannot be compared', async (sides, message) => {
    const { code, stderr } = await tightfit(['diff', ...sides]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
