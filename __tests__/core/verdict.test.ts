import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../../src/core/finding.js';
import { RULES, type RuleId } from '../../src/core/rules.js';
import { exitCode, FAIL_ON, judge, VERDICTS, worse } from '../../src/core/verdict.js';

const IDS = Object.keys(RULES).filter((id): id is RuleId => id in RULES);
const severity = fc.constantFrom('error', 'warning', 'note');
const findings = fc.array(fc.record({ rule: fc.constantFrom(...IDS), severity }).map(finding));

function finding(changes: Pick<Finding, 'rule' | 'severity'>): Finding {
  return { service: null, message: '', advice: '', location: null, grants: [], ...changes };
}

describe('judge', () => {
  it('finds nothing wrong with nothing', () => {
    expect(judge([])).toBe('tight');
  });

  it.each([
    ['policy-invalid', 'unjudged'],
    ['no-tests', 'unjudged'],
    ['flaky-service', 'unjudged'],
    ['engine-unavailable', 'unjudged'],
    ['cancelled', 'unjudged'],
    ['test-failed', 'broken'],
    ['broken-by-itself', 'broken'],
    ['more-privileged', 'broken'],
    ['limit-exceeded', 'loose'],
    ['in-force-looser', 'loose'],
  ] as const)('takes an error of %s for %s', (rule, verdict) => {
    expect(judge([finding({ rule, severity: 'error' })])).toBe(verdict);
  });

  it('is moved by errors alone', () => {
    fc.assert(
      fc.property(findings, (list) => {
        expect(judge(list)).toBe(judge(list.filter((one) => one.severity === 'error')));
      }),
    );
  });

  it('never gets better by a further finding, whatever the order', () => {
    fc.assert(
      fc.property(findings, findings, (some, more) => {
        expect(judge([...some, ...more])).toBe(worse(judge(some), judge(more)));
        expect(judge([...more, ...some])).toBe(judge([...some, ...more]));
      }),
    );
  });
});

describe('exitCode', () => {
  it('is never 0 for what was not judged, whatever fails a run', () => {
    for (const failOn of FAIL_ON) expect(exitCode('unjudged', failOn)).toBe(2);
  });

  it('follows fail-on for the rest', () => {
    expect(VERDICTS.map((verdict) => exitCode(verdict, 'loose'))).toEqual([0, 1, 1, 2]);
    expect(VERDICTS.map((verdict) => exitCode(verdict, 'broken'))).toEqual([0, 0, 1, 2]);
  });
});
