import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Log } from 'sarif';
import { RULES, type RuleId } from '../../src/core/rules.js';
import { sarif } from '../../src/report/sarif.js';
import { manyFindings } from '../support/many-findings.js';
import { PAYLOADS } from '../support/hostile.js';
import { poisoned } from '../support/poisoned.js';
import { RECORDED_SAMPLES } from '../support/sample-recorded.js';
import { finding, result, SAMPLES } from '../support/sample-results.js';

const folder = mkdtempSync(join(tmpdir(), 'tightfit-sarif-'));
const validator = createRequire(import.meta.url)('@microsoft/sarif-multitool-linux') as string;

/** A result in which every rule has a finding, with and without a place and a service. */
function everyRule(): ReturnType<typeof result> {
  const findings = Object.keys(RULES).map((rule, index) =>
    finding(rule as RuleId, {
      message: `about ${rule}`,
      service: index % 2 === 0 ? 'samba' : null,
      location: index % 3 === 0 ? null : { file: 'examples/samba/tightfit.yml', line: index + 1, column: 1 },
    }),
  );
  return result({ findings, findingCount: findings.length });
}

/** What Microsoft's validator says of files, an entry `level rule: message` each. */
function complaints(files: readonly string[]): readonly string[] {
  const output = join(folder, 'complaints.sarif');
  const words = ['validate', ...files, '--rule-kind', 'Sarif;Gh', '--output', output, '--log', 'ForceOverwrite'];
  execFileSync(validator, words, { stdio: 'pipe' });
  const { runs } = JSON.parse(readFileSync(output, 'utf8').replace(/^\uFEFF/, '')) as Log;
  return runs.flatMap(({ results = [] }) =>
    results.map(({ level, ruleId, message }) => `${level ?? 'warning'} ${ruleId ?? ''}: ${JSON.stringify(message)}`),
  );
}

function written(name: string, text: string): string {
  const file = join(folder, `${name}.sarif`);
  writeFileSync(file, text);
  return file;
}

beforeAll(() => {
  // npm does not run the script of the package that would do this.
  chmodSync(validator, 0o755);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Every way a check can end, every rule, many findings, and what others may write. */
function files(): readonly string[] {
  const samples = Object.entries({ ...SAMPLES, ...RECORDED_SAMPLES });
  const hostile = PAYLOADS.filter((_, index) => index % 20 === 0).map(
    (payload, nth) => [`${nth}`, poisoned(payload)] as const,
  );
  const all = [
    ...samples,
    ...hostile,
    ['every-rule', everyRule()],
    ['many', manyFindings(2_000)],
    ['payloads', everyPayload()],
  ] as const;
  return all.map(([name, sample]) => written(name, sarif(sample)));
}

function everyPayload(): ReturnType<typeof result> {
  const findings = PAYLOADS.map((payload) =>
    finding('test-failed', { message: payload, advice: payload, location: { file: payload, line: 1, column: 1 } }),
  );
  return result({ findings, findingCount: findings.length });
}

describe("Microsoft's validator, with the rules of SARIF and of GitHub", () => {
  test('has nothing against any file of ours', () => {
    expect(complaints(files())).toEqual([]);
  });

  test('would say so', () => {
    const text = sarif(everyRule()).replaceAll('"uri":"', '"uri":"file:///');
    expect(complaints([written('wrong', text)]).filter((one) => one.startsWith('error')).length).toBeGreaterThan(0);
  });
});
