import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Log, Result, Run } from 'sarif';
import type { Finding } from '../../src/core/finding.js';
import type { CheckResult } from '../../src/core/result.js';
import { RULES, type RuleId } from '../../src/core/rules.js';
import { sarif } from '../../src/report/sarif.js';
import { manyFindings } from '../support/many-findings.js';
import { PAYLOADS } from '../support/hostile.js';
import { poisoned } from '../support/poisoned.js';
import { finding, result, SAMPLES, service } from '../support/sample-results.js';

function logOf(checked: CheckResult): Log {
  return JSON.parse(sarif(checked)) as Log;
}

function resultsOf(log: Log): readonly Result[] {
  return log.runs.flatMap(({ results }) => results ?? []);
}

function withFindings(findings: readonly Finding[]): CheckResult {
  return result({ findings, findingCount: findings.length });
}

const DOCUMENTED = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');

const EVERY_RULE = Object.keys(RULES).map((rule) => finding(rule as RuleId, { message: `about ${rule}` }));

const fingerprintsOf = (findings: readonly Finding[]): readonly (string | undefined)[] =>
  resultsOf(logOf(withFindings(findings))).map((one) => one.partialFingerprints?.['primaryLocationLineHash']);

const place = (line: number): Finding['location'] => ({ file: 'a.yml', line, column: 3 });

describe('SARIF', () => {
  test('has a run for the whole and one for each service, under a name of its own', () => {
    const ids = logOf(SAMPLES['several-services'] ?? result()).runs.map((run: Run) => run.automationDetails?.id);
    expect(ids).toEqual([
      'tightfit/tightfit.yml/',
      'tightfit/tightfit.yml/loose/',
      'tightfit/tightfit.yml/broken/',
      'tightfit/tightfit.yml/samba/',
    ]);
  });

  test('has a run for a service without findings, so that its alerts end', () => {
    const { runs } = logOf(withFindings([]));
    expect(runs.map(({ results }) => results)).toEqual([[], []]);
  });

  test('describes every rule: title, help from docs/rules.md (npm run generate), severity for security', () => {
    const [, run] = logOf(withFindings(EVERY_RULE)).runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual(Object.keys(RULES).sort());
    for (const { id, help, helpUri, shortDescription, properties } of rules) {
      expect(shortDescription?.text).toMatch(/^[A-Z].*\.$/);
      expect(help?.markdown?.split('\n\n').length).toBe(DOCUMENTED.includes(`\n### ${id}\n`) ? 4 : 1);
      expect(helpUri).toMatch(/docs\/rules\.md#[a-z0-9-]+$/);
      expect(Number(properties?.['security-severity'])).toBeGreaterThan(0);
      expect(Number(properties?.['security-severity'])).toBeLessThanOrEqual(10);
    }
  });

  test('refers to each rule by its place in the list', () => {
    const { runs } = logOf(manyFindings(300));
    for (const { results, tool } of runs) {
      for (const { ruleIndex, ruleId } of results ?? []) {
        expect(tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
      }
    }
  });

  test('gives a finding without a place one: the beginning of the policy', () => {
    const [one] = resultsOf(logOf(withFindings([finding('no-tests', { location: null })])));
    expect(one?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'examples/samba/tightfit.yml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1, startColumn: 1 },
        },
      },
    ]);
  });

  test('says fact, reason and advice in one message', () => {
    const [one] = resultsOf(logOf(withFindings([finding('no-tests', { message: 'a fact', advice: 'Do it.' })])));
    expect(one?.message.text).toBe('a fact. Do it.');
  });

  test('says the title of the rule where there is nothing else to say', () => {
    const [one] = resultsOf(logOf(withFindings([finding('no-tests', { message: ' ', advice: '' })])));
    expect(one?.message.text).toBe(RULES['no-tests'].title);
  });
});

describe('the fingerprint of a SARIF result', () => {
  const about = (changes: Partial<Finding>): Finding =>
    finding('unused-capability', { location: place(3), grants: ['CHOWN'], ...changes });

  test.each<[string, Partial<Finding>]>([
    ['lines move', { location: place(90) }],
    ['it is worded otherwise', { message: 'other words' }],
    ['it is graver', { severity: 'error' }],
  ])('stays when %s', (_, changes) => {
    expect(fingerprintsOf([about(changes)])).toEqual(fingerprintsOf([about({})]));
  });

  test('stays when numbers in a message about no grant change', () => {
    const exceeded = (score: number): Finding =>
      finding('looseness-exceeded', { message: `the looseness of ${score} is above 15` });
    expect(fingerprintsOf([exceeded(31)])).toEqual(fingerprintsOf([exceeded(40.5)]));
  });

  test.each<[string, Partial<Finding>]>([
    ['another grant', { grants: ['KILL'] }],
    ['another rule', { rule: 'limit-exceeded' }],
    ['another service', { service: 'web' }],
    ['another file', { location: { file: 'b.yml', line: 3, column: 3 } }],
  ])('is another for %s', (_, changes) => {
    expect(fingerprintsOf([about(changes)])).not.toEqual(fingerprintsOf([about({})]));
  });

  test('counts findings that are about the same, in the order of their lines', () => {
    const two = [about({ location: place(9), message: 'b' }), about({ message: 'a' })];
    const [first, second] = fingerprintsOf(two);
    expect([first?.split(':')[1], second?.split(':')[1]]).toEqual(['1', '2']);
    expect(first?.split(':')[0]).toBe(second?.split(':')[0]);
  });

  test('is one of its own among the findings of every rule and service', () => {
    const prints = resultsOf(logOf(manyFindings(5000))).map(
      (one) => one.partialFingerprints?.['primaryLocationLineHash'],
    );
    expect(new Set(prints).size).toBe(prints.length);
  });
});

describe('SARIF within the limits of code scanning', () => {
  test('leaves the least grave of 30,000 findings out and says how many', () => {
    const many = manyFindings(30_000);
    const text = sarif(many);
    const { runs } = JSON.parse(text) as Log;
    const results = runs.flatMap((run) => run.results ?? []);
    const graver = many.findings.filter(({ severity }) => severity !== 'note').length;
    const told = runs.map(({ invocations }) => invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text ?? '0');
    const left = told.reduce((sum, words) => sum + Number(words.split(' ')[0]), 0);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(10_000_000);
    expect(results.length).toBeLessThanOrEqual(25_000);
    expect(results.filter(({ level }) => level !== 'note').length).toBe(Math.min(graver, results.length));
    expect(left + results.length).toBe(30_000);
  });

  test('puts services beyond the twentieth run together', () => {
    const names = Array.from({ length: 40 }, (_, index) => `service-${index}`);
    const findings = names.map((name) => finding('no-tests', { service: name }));
    const { runs } = logOf(result({ services: names.map((name) => service({ name })), findings, findingCount: 40 }));
    expect(runs.length).toBe(20);
    expect(runs.flatMap((run) => run.results ?? []).length).toBe(40);
    expect(runs[0]?.results?.length).toBe(21);
  });

  test('counts what a broken policy has beyond what is listed', () => {
    const [run] = logOf(SAMPLES['policy-mistake'] ?? result()).runs;
    expect(run?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
      '2 more findings left out, for this file is full.',
    );
  });
});

test('SARIF is the same whatever order findings are in', () => {
  const many = manyFindings(200);
  expect(sarif({ ...many, findings: many.findings.toReversed() })).toBe(sarif(many));
});

test('SARIF makes no link, address or place outside of the checkout of what others wrote', () => {
  const broken = PAYLOADS.filter((payload) => {
    const log = logOf(poisoned(payload));
    const uris = resultsOf(log).flatMap(({ locations = [] }) =>
      locations.map(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri ?? ':'),
    );
    const ids = log.runs.map(({ automationDetails }) => automationDetails?.id ?? ' ');
    const isSafe = [...uris, ...ids].every((uri) => /^(?!\/)[A-Za-z0-9%._~!*'()/-]+$/.test(uri));
    return !isSafe || resultsOf(log).some(({ message }) => message.text?.includes('](') === true);
  });
  expect(broken).toEqual([]);
});
