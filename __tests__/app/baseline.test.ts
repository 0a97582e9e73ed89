import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/app/check.js';
import type { CheckResult } from '../../src/core/result.js';
import { json } from '../../src/report/json.js';
import { fakeWorld } from '../support/fake-world.js';

const OK = { answered: true, status: 200, headers: {}, body: 'hello' } as const;

function policy(rules: string): string {
  return `version: 1
services:
  web:
    image: web:1
    run: { cap_drop: [ALL], user: "1000", read_only: true, pids_limit: 64, mem_limit: 64m, security_opt: ["no-new-privileges:true"] }
    rules: { ${rules} }
    tests:
      - name: answers
        http: { port: 80, path: / }
`;
}

const GATE = 'new-use: { severity: error, reason: reviewed }';

function checked(files: Readonly<Record<string, string>>, baseline: string | null, rules = ''): Promise<CheckResult> {
  const world = fakeWorld({ files: { 'tightfit.yml': policy(rules), ...files }, behave: () => ({ http: OK }) });
  const signal = new AbortController().signal;
  return check(world, {
    policyFile: 'tightfit.yml',
    services: [],
    timeout: 600_000,
    runId: 'r1',
    version: '0.0.0',
    signal,
    baseline,
  });
}

function notCompared({ findings }: CheckResult): readonly string[] {
  return findings
    .filter(({ rule }) => rule === 'not-compared')
    .map(({ severity, message }) => `${severity} ${message}`);
}

describe('a check with a baseline', () => {
  test('that is not asked for says nothing of it', async () => {
    const result = await checked({}, null);
    expect(result.baseline).toBeUndefined();
    expect(notCompared(result)).toEqual([]);
  });

  test.each([
    ['missing', {}, 'b.json'],
    ['no JSON', { 'b.json': '{' }, 'b.json is no result of this version of tightfit: it is not JSON'],
    ['of another version', { 'b.json': '{"version":2}' }, 'b.json is no result of this version of tightfit: '],
  ])('that is %s has the verdict it had, with a warning', async (_, files, reason) => {
    const [without, compared] = [await checked({}, null), await checked(files, 'b.json')];
    expect(compared.verdict).toBe(without.verdict);
    expect(compared.baseline?.run).toBeNull();
    expect(notCompared(compared)).toEqual([expect.stringContaining(reason)]);
    expect(notCompared(compared)[0]).toMatch(/^warning new behaviour cannot be told/);
  });

  test('that is missing is unjudged where new uses are to fail', async () => {
    const result = await checked({}, 'b.json', GATE);
    expect(result.verdict).toBe('unjudged');
    expect(result.services.map(({ verdict }) => verdict)).toEqual(['unjudged']);
    expect(notCompared(result)[0]).toMatch(/^error /);
  });

  test('that was not recorded tells the rest, and that new uses are not known', async () => {
    const baseline = await checked({}, null);
    const result = await checked({ 'b.json': json(baseline) }, 'b.json');
    expect(result.baseline).toEqual({
      file: 'b.json',
      run: { id: 'r1', startedAt: baseline.run.startedAt, version: '0.0.0' },
      differences: [],
      uncompared: [{ service: 'web', reason: 'in the baseline what it used was not recorded' }],
    });
  });
});
