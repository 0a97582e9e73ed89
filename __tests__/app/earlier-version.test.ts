import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compareFiles } from '../../src/app/compare-files.js';
import { comparedWithBaseline } from '../../src/app/compare-with-baseline.js';
import { mergeMachineProfiles } from '../../src/app/merge-profiles.js';
import { mergeResults } from '../../src/app/merge-results.js';
import { openNotebook, type Journal, type JournalKey } from '../../src/app/minimize-journal.js';
import { readResult } from '../../src/core/read-result.js';
import type { CheckResult } from '../../src/core/result.js';
import { trendEntries } from '../../src/core/trend/trend-entry.js';
import { renderFiles } from '../../src/report/render-files.js';
import { fakeWorld } from '../support/fake-world.js';

/** What tightfit wrote before results said which runtimes need a call: two shards of a check, a search, and an interrupted search. */
const FOLDER = new URL('../support/earlier-version/', import.meta.url);
const FILES = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]),
);
const CHECKED = 'tightfit.1-of-2.json';
const SEARCHED = 'minimize.json';
const WORLD = fakeWorld({ files: FILES, behave: () => ({}) });

function textOf(file: string): string {
  return FILES[file] ?? '';
}

function read(file: string): CheckResult {
  const outcome = readResult(textOf(file));
  if ('mistake' in outcome) throw new TypeError(outcome.mistake);
  return outcome.result;
}

describe('a result of an earlier version', () => {
  it.each([CHECKED, 'tightfit.2-of-2.json', SEARCHED])('is read, and nothing but defaults is added (%s)', (file) => {
    const text = JSON.stringify(read(file), (key, value: unknown) =>
      key === 'needs' || key === 'forRuntimes' ? undefined : value,
    );
    expect(JSON.parse(text)).toEqual(JSON.parse(textOf(file)));
  });

  it('has no runtimes for its calls', () => {
    expect(read(CHECKED).services[0]?.syscalls?.floor.needs).toEqual([]);
    expect(read(SEARCHED).services[0]?.minimize?.syscalls.forRuntimes).toEqual([]);
  });

  it.each([CHECKED, SEARCHED])('is rendered in every format, alone and beside an earlier one (%s)', (file) => {
    const result = read(file);
    const trend = trendEntries(result);
    expect(trend).toHaveLength(1);
    expect(renderFiles(result, { base: null, trend: [] }).problems).toEqual([]);
    expect(renderFiles(result, { base: result, trend }).problems).toEqual([]);
  });

  it.each([CHECKED, SEARCHED])('is compared with itself without a difference (%s)', async (file) => {
    const outcome = await compareFiles(WORLD, { before: file, after: file, machines: ['amd64'] });
    expect(outcome).toMatchObject({ comparison: { kind: 'result', differences: [] } });
  });

  it('is a baseline', async () => {
    const loaded = { file: 'tightfit.yml', sha256: null, services: [], findings: [], count: 0 };
    const compared = await comparedWithBaseline(WORLD, read(CHECKED), { file: CHECKED, loaded });
    expect(compared.baseline?.run?.id).toBe(read(CHECKED).run.id);
    expect(compared.findings).toEqual(read(CHECKED).findings);
  });

  it('is merged with the other shards', async () => {
    const merged = await mergeResults(WORLD.files, [CHECKED, 'tightfit.2-of-2.json']);
    expect(merged).toMatchObject({ verdict: 'tight', run: { shard: null }, services: [{ name: 'nginx' }] });
  });

  it('gives its profile for its machine', async () => {
    const merged = await mergeMachineProfiles(WORLD.files, { paths: [SEARCHED], service: null });
    expect(merged).toMatchObject({ service: 'static', parts: [{ machine: 'amd64' }] });
  });
});

describe('the journal of an earlier version', () => {
  it('is not continued, and it is said why', async () => {
    const text = textOf('static.minimize-state.json');
    const { key } = JSON.parse(text) as { readonly key: JournalKey };
    const journal: Journal = {
      read: () => Promise.resolve([text]),
      write: () => Promise.resolve(),
      remove: () => Promise.resolve(),
    };
    const world = fakeWorld({ files: {}, behave: () => ({}) });
    const request = { service: 'static', share: null, key: { ...key, runtimes: '' }, resume: true };
    const { earlier } = await openNotebook(journal, request, world.log);
    expect(earlier).toEqual({ capabilities: null, syscalls: null });
    expect(world.lines.join('\n')).toContain('what an earlier run kept does not name its runtimes: it starts anew');
  });
});
