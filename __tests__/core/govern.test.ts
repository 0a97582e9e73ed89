import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/core/finding.js';
import { govern, settingsOf, type Governed } from '../../src/core/govern.js';
import { whyFixed } from '../../src/core/rule-setting.js';
import { RULES, type RuleId } from '../../src/core/rules.js';
import { judge } from '../../src/core/verdict.js';
import { finding } from '../support/sample-results.js';

const PLAIN: Governed = { name: 'samba', rules: [], standards: [] };
const ROOT = finding('runs-as-root', {});

function severities(service: Partial<Governed>, findings: readonly Finding[]): readonly string[] {
  return govern([{ ...PLAIN, ...service }], findings).map(({ rule, severity }) => `${severity} ${rule}`);
}

describe('a setting', () => {
  const set = (severity: 'off' | 'warn' | 'error'): Partial<Governed> => ({
    rules: [{ rule: 'runs-as-root', severity, reason: 'why' }],
  });

  test('leaves out, lowers or raises the findings of its rule and no other', () => {
    const other = finding('writable-root', {});
    expect(severities(set('off'), [ROOT, other])).toEqual(['note writable-root']);
    expect(severities(set('warn'), [ROOT, other])).toEqual(['warning runs-as-root', 'note writable-root']);
    expect(severities(set('error'), [ROOT, other])).toEqual(['error runs-as-root', 'note writable-root']);
  });

  test('counts for its own service only', () => {
    expect(
      severities(set('off'), [
        { ...ROOT, service: 'web' },
        { ...ROOT, service: null },
      ]),
    ).toHaveLength(2);
  });

  test('gives way to a chosen standard, and is told to', () => {
    const service = { ...PLAIN, ...set('off'), standards: ['pss-restricted'] as const };
    expect(severities(service, [ROOT])).toEqual(['error runs-as-root']);
    expect(settingsOf([service])).toEqual([
      { rule: 'runs-as-root', severity: 'off', reason: 'why', service: 'samba', overruledBy: 'pss-restricted' },
    ]);
    expect(settingsOf([{ ...PLAIN, ...set('off'), standards: ['pss-baseline'] }])[0]?.overruledBy).toBe(null);
  });
});

describe('a standard', () => {
  test('makes the rules it is judged by decide the verdict', () => {
    const gated = govern([{ ...PLAIN, standards: ['cis-docker'] }], [ROOT, finding('dangerous-capability', {})]);
    expect(gated.map(({ severity }) => severity)).toEqual(['error', 'warning']);
    expect(judge(gated)).toBe('loose');
  });
});

describe('rules that may be set', () => {
  const all = Object.keys(RULES) as RuleId[];

  test('cannot turn what is broken or unjudged by itself into something else', () => {
    const settable = all.filter((rule) => whyFixed(rule) === null);
    const harmful = settable.filter((rule) => RULES[rule].severity === 'error');
    expect(harmful).toEqual([]);
    expect(settable).toEqual(expect.arrayContaining(['runs-as-root', 'unused-capability', 'missing-runtime-floor']));
  });

  test.each([
    'policy-invalid',
    'policy-unreadable',
    'no-tests',
    'incomplete-record',
    'not-recorded',
    'engine-unavailable',
    'test-failed',
    'profile-invalid',
    'looseness-exceeded',
    'in-force-looser',
  ] as const)('leave out %s, for a reason', (rule) => {
    expect(whyFixed(rule)).toMatch(/^\w.*\w$/);
  });
});
