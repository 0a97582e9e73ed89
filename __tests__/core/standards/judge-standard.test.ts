import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../../src/core/rules.js';
import { controlsOf, referencesOf } from '../../../src/core/standards/control.js';
import { judgeStandard, type StandardSubject } from '../../../src/core/standards/judge-standard.js';
import { parseStandards } from '../../../src/core/standards/parse-standards.js';
import { STANDARDS, STANDARD_IDS } from '../../../src/core/standards/standard.js';
import { finding } from '../../support/sample-results.js';

const FINE: StandardSubject = { name: 'samba', verdict: 'tight', findings: [], untold: [] };

function stateOf(id: string, subject: Partial<StandardSubject>): readonly [string, string] | null {
  const control = judgeStandard('pss-restricted', [{ ...FINE, ...subject }]).controls.find((one) => one.id === id);
  return control === undefined ? null : [control.state, control.reason];
}

describe('a control', () => {
  test('is met when its rules looked and found nothing, and failed when one did, however mild', () => {
    expect(stateOf('non-root', {})).toEqual(['met', '']);
    expect(stateOf('non-root', { findings: [finding('runs-as-root', {})] })).toEqual(['failed', 'runs-as-root']);
  });

  test('is not met when nothing was looked at', () => {
    expect(stateOf('non-root', { untold: ['runs-as-root'] })?.[0]).toBe('not-judged');
    expect(stateOf('non-root', { verdict: 'unjudged' })?.[0]).toBe('not-judged');
    expect(stateOf('host-ports', {})?.[0]).toBe('not-judged');
  });

  test('is met by design where a policy cannot say otherwise', () => {
    expect(stateOf('privileged', { verdict: 'unjudged' })).toEqual(['met', 'a policy cannot express privileged']);
  });
});

describe('the table of controls', () => {
  const all = STANDARD_IDS.flatMap((id) => controlsOf(id));

  test('speaks of rules that exist, and has a reason where no rule judges', () => {
    const named = all.flatMap(({ rules, related }) => [...rules, ...related]);
    expect(named.filter((rule) => !Object.hasOwn(RULES, rule))).toEqual([]);
    expect(
      all.filter(({ judgement, rules, reason }) => (judgement === 'rules') !== (rules.length > 0 && reason === '')),
    ).toEqual([]);
  });

  test('names each control of a standard once', () => {
    const ids = all.map(({ standard, id }) => `${standard} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(STANDARDS)).toEqual([...STANDARD_IDS]);
  });

  test('gives short references', () => {
    expect(referencesOf('no-new-privileges-off')).toEqual([
      'CIS Docker 5.26',
      'PSS restricted privilege-escalation',
      'OWASP Docker RULE #4',
      'NIST 800-190 4.4.3',
    ]);
    expect(referencesOf('flaky-service')).toEqual([]);
  });
});

describe('names of standards', () => {
  test('are split at commas and lines', () => {
    expect(parseStandards('--standard', 'owasp, cis-docker\n')).toEqual(['owasp', 'cis-docker']);
    expect(parseStandards('--standard', '')).toEqual([]);
  });

  test('are suggested when misspelt', () => {
    expect(() => parseStandards('--standard', 'pss-restrict')).toThrow(
      '--standard: unknown standard "pss-restrict". Did you mean pss-restricted?',
    );
  });
});
