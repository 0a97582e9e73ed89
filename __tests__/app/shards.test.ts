import { describe, expect, it } from '@jest/globals';
import { check } from '../../src/app/check.js';
import { mergeResults } from '../../src/app/merge-results.js';
import { UsageError } from '../../src/core/errors.js';
import type { CheckResult } from '../../src/core/result.js';
import { runExitCode } from '../../src/core/run-exit-code.js';
import { json } from '../../src/report/json.js';
import { renderFiles } from '../../src/report/render-files.js';
import { FAKE_ENGINE } from '../support/fake-world.js';
import { policyOf, requestFor, SERVICES, severalServices } from '../support/several-services.js';

const STANDARDS = ['cis-docker', 'pss-restricted'] as const;

function shard(index: number, count: number, more: Parameters<typeof severalServices>[0] = {}): Promise<CheckResult> {
  return check(severalServices(more), requestFor({ shard: { index, count }, standards: STANDARDS }));
}

/** Merges results as they would stand in a folder of reports. */
function merged(results: readonly CheckResult[]): Promise<CheckResult> {
  const texts = new Map<string, string>();
  for (const [place, result] of results.entries()) {
    const { index, count } = result.run.shard ?? { index: 0, count: 0 };
    texts.set(
      `${texts.has(`out/tightfit.${index}-of-${count}.json`) ? `again${place}` : 'out'}/tightfit.${index}-of-${count}.json`,
      json(result),
    );
  }
  const readText = (path: string): Promise<string> => Promise.resolve(texts.get(path) ?? '');
  const list = (): Promise<readonly string[]> => Promise.resolve([]);
  return mergeResults({ readText, list }, [...texts.keys()].toReversed());
}

async function allShards(count: number): Promise<readonly CheckResult[]> {
  return Promise.all(Array.from({ length: count }, (_, place) => shard(place + 1, count)));
}

function rulesOf({ findings }: CheckResult, severity: string): readonly string[] {
  return findings.filter((finding) => finding.severity === severity).map(({ rule }) => rule);
}

/** What differs from run to run by nature. */
function withoutTimes(result: CheckResult): unknown {
  return JSON.parse(
    JSON.stringify(result, (key, value: unknown) => (key === 'duration' || key === 'startedAt' ? 0 : value)),
  );
}

describe('shards of a check', () => {
  it.each([1, 2, 3, 5, 7])(
    '%d of them, merged, equal one run: findings, services, standards, settings, verdict',
    async (count) => {
      const whole = await check(severalServices(), requestFor({ standards: STANDARDS }));
      const joined = await merged(await allShards(count));
      expect(withoutTimes(joined)).toEqual(withoutTimes(whole));
    },
  );

  it('know which services the whole run is about', async () => {
    const { run, services } = await shard(2, 3);
    expect(run).toMatchObject({ shard: { index: 2, count: 3 }, services: Object.keys(SERVICES) });
    expect(services.map(({ name }) => name)).toEqual(['loose', 'flaky']);
  });

  it('write files that do not clash', async () => {
    const names = (await allShards(2)).flatMap((result) =>
      renderFiles(result, { base: null, trend: [] }).files.map(({ name }) => name),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('tightfit.2-of-2.junit.xml');
  });

  it('without a service are neither green nor red, and ask no engine', async () => {
    const asked: string[] = [];
    const describeEngine = (): typeof FAKE_ENGINE => {
      asked.push('engine');
      return FAKE_ENGINE;
    };
    const empty = await shard(7, 7, { describe: describeEngine });
    expect([empty.verdict, empty.services, asked]).toEqual(['unjudged', [], []]);
    expect(empty.findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      ['shard-empty', 'note', 'shard 7/7 has none of the 5 services: nothing was judged here'],
    ]);
    expect(runExitCode(empty, 'loose')).toBe(0);
  });

  it('all say that the policy cannot be judged, once merged', async () => {
    const files = { 'tightfit.yml': policyOf(SERVICES).replace('cap_add: [CHOWN', 'cap_add: [CHOWM') };
    const whole = await check(severalServices({ files }), requestFor({ standards: STANDARDS }));
    const parts = await Promise.all([1, 2].map((index) => shard(index, 2, { files })));
    expect(parts.map((part) => runExitCode(part, 'broken'))).toEqual([2, 2]);
    expect(withoutTimes(await merged(parts))).toEqual(withoutTimes(whole));
  });
});

describe('merging', () => {
  it('misses a shard, by the services that it was to judge', async () => {
    const [one, , three] = await allShards(3);
    const joined = await merged([one, three].flatMap((part) => part ?? []));
    expect([joined.verdict, rulesOf(joined, 'error').includes('shard-missing')]).toEqual(['unjudged', true]);
    expect(joined.findings.find(({ rule }) => rule === 'shard-missing')?.message).toBe(
      'the result of shard 2/3 is missing, which was to judge loose and flaky',
    );
  });

  it('takes no shard twice', async () => {
    const parts = await allShards(2);
    const joined = await merged([...parts, ...parts.slice(1)]);
    expect(joined.findings.filter(({ rule }) => rule === 'shard-differs').map(({ message }) => message)).toEqual([
      expect.stringMatching(/shard 2\/2, is left out: it is of the same shard as /),
    ]);
    expect([joined.verdict, joined.services.length]).toEqual(['unjudged', 5]);
  });

  it.each<[string, (part: CheckResult) => CheckResult]>([
    ['what the policy says', (part) => ({ ...part, policy: { ...part.policy, sha256: 'f'.repeat(64) } })],
    ['the version of tightfit', (part) => ({ ...part, tool: { ...part.tool, version: '9.9.9' } })],
    ['the mode', (part) => ({ ...part, run: { ...part.run, mode: 'minimize' } })],
    ['the number of shards', (part) => ({ ...part, run: { ...part.run, shard: { index: 2, count: 3 } } })],
    ['the services', (part) => ({ ...part, run: { ...part.run, services: ['loose'] } })],
    [
      'the machine (',
      (part) => ({ ...part, environment: part.environment === null ? null : { ...part.environment, kernel: '5.4.0' } }),
    ],
  ])('leaves out a shard that differs in %s', async (what, change) => {
    const [one, two] = await allShards(2);
    const joined = await merged(
      [one, two].flatMap((part, place) => (part === undefined ? [] : [place === 1 ? change(part) : part])),
    );
    expect(joined.verdict).toBe('unjudged');
    expect(joined.findings.find(({ rule }) => rule === 'shard-differs')?.message).toContain(what);
    expect(joined.services.map(({ name }) => name)).toEqual(['tight', 'broken', 'flaky']);
  });

  it('refuses a whole run, what is no result, and nothing', async () => {
    const whole = await check(severalServices(), requestFor());
    const list = (): Promise<readonly string[]> => Promise.resolve(['tightfit.json', 'tightfit.1-of-2.badge.json']);
    const reading = (text: string): Promise<CheckResult> =>
      mergeResults({ readText: () => Promise.resolve(text), list }, ['out/tightfit.1-of-2.json']);
    await expect(reading(json(whole))).rejects.toThrow('is of a whole run, not of a shard');
    await expect(reading('{}')).rejects.toThrow(UsageError);
    await expect(mergeResults({ readText: () => Promise.resolve(''), list }, ['out'])).rejects.toThrow(
      'there is no result of a shard (tightfit.1-of-3.json) in out.',
    );
  });
});
