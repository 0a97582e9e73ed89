import { describe, expect, test } from '@jest/globals';
import { compareWithBaseline, notCompared } from '../../../src/core/regression/compare.js';
import { regressionFindings } from '../../../src/core/regression/findings.js';
import type { CheckResult, ServiceResult } from '../../../src/core/result.js';
import type { RuleSetting } from '../../../src/core/rule-setting.js';
import { regressing } from '../../support/sample-baseline.js';
import { refusedRow, row, syscallReport, unseen } from '../../support/sample-fit-report.js';
import { exercise, result, service } from '../../support/sample-results.js';

const BEFORE = syscallReport([row('read'), unseen('ptrace', 'T3'), unseen('statx', 'T1')]);
const AFTER = syscallReport([row('read'), row('ptrace', { tier: 'T3', programs: ['gdb'] }), row('statx')], {
  refused: [refusedRow('getcwd', { program: 'smbd' })],
});
const INCOMPLETE = { completeness: { complete: false, reasons: ['12 events were lost'] } };
const GATE: readonly RuleSetting[] = [{ rule: 'new-use', severity: 'error', reason: 'reviewed' }];

function checked(changes: Partial<ServiceResult>): CheckResult {
  return result({ services: [service(changes)] });
}

function told(before: CheckResult, after: CheckResult, rules: readonly RuleSetting[] = []): readonly string[] {
  const comparison = compareWithBaseline({ file: 'b.json', result: before }, after);
  return regressionFindings([regressing({ rules })], comparison, after).map(
    ({ rule, severity, message }) => `${severity} ${rule}: ${message}`,
  );
}

describe('beside a baseline', () => {
  test('the same is nothing to tell', () => {
    expect(told(checked({ syscalls: AFTER }), checked({ syscalls: AFTER }))).toEqual([]);
  });

  test('new uses are told, what Docker refuses apart, and new refusals', () => {
    expect(told(checked({ syscalls: BEFORE }), checked({ syscalls: AFTER }))).toEqual([
      'warning new-use: the service now uses ptrace (by gdb, first in "ready", refused by Docker\'s current default), which it did not in the baseline',
      'warning new-use: the service now uses statx (by smbd, first in "ready"), which it did not in the baseline',
      'warning new-refusal: the service is now refused getcwd (EPERM, smbd in "ready"), which was not refused in the baseline',
    ]);
  });

  test('what is gone is a note', () => {
    expect(told(checked({ syscalls: AFTER }), checked({ syscalls: BEFORE }))).toEqual([
      'note vanished-use: the service used ptrace, statx in the baseline and not in these tests',
    ]);
  });

  test('a changed key is told first', () => {
    const after = checked({ syscalls: AFTER, image: { reference: 'a', id: 'sha256:1' } });
    const moved = {
      ...after,
      environment: after.environment === null ? null : { ...after.environment, kernel: '7.0' },
    };
    const rules = told(checked({ syscalls: BEFORE }), moved).map((line) => line.split(':')[0]);
    expect(rules.slice(0, 3)).toEqual(['note key-changed', 'note key-changed', 'warning new-use']);
  });

  test('other tests are another key', () => {
    const steps = exercise().steps.filter(({ name }) => name !== 'store a file');
    const before = checked({ syscalls: BEFORE, declared: exercise({ steps }) });
    expect(told(before, checked({ syscalls: BEFORE }))).toEqual([
      expect.stringMatching(
        /^note key-changed: not as in the baseline: tests \(.*\); this may explain what else differs$/,
      ),
    ]);
  });

  test('a capability that is needed now is a new use', () => {
    const [setgid] = service().grants;
    const before = checked({ syscalls: BEFORE, grants: setgid === undefined ? [] : [{ ...setgid, state: 'unused' }] });
    const after = checked({ syscalls: BEFORE, grants: setgid === undefined ? [] : [setgid] });
    expect(told(before, after)).toEqual([
      'warning new-use: the service now uses SETGID, which it did not in the baseline',
    ]);
  });

  test('a capability that nobody tried may have been needed before', () => {
    const [setgid] = service().grants;
    const before = checked({ syscalls: BEFORE, grants: setgid === undefined ? [] : [{ ...setgid, state: 'untried' }] });
    const after = checked({ syscalls: BEFORE, grants: setgid === undefined ? [] : [setgid] });
    expect(told(before, after)).toEqual([]);
  });
});

describe('what cannot be told', () => {
  const unknown: readonly [string, Partial<ServiceResult>, string][] = [
    [
      'a record with gaps',
      { syscalls: { ...BEFORE, ...INCOMPLETE } },
      'its record is incomplete (12 events were lost)',
    ],
    ['no record', { syscalls: { ...BEFORE, recorded: false } }, 'what it used was not recorded'],
    ['no run', { syscalls: null, declared: null }, 'it was not run'],
    [
      'a run that failed',
      { syscalls: BEFORE, declared: exercise({ works: false }) },
      'it did not work, so that its tests did not all run',
    ],
  ];

  test.each(unknown)('%s in the baseline makes nothing new', (_, before, reason) => {
    const line = `not-compared: new behaviour cannot be told from what was there before: in the baseline ${reason}`;
    expect(told(checked(before), checked({ syscalls: AFTER }))).toEqual([`warning ${line}`]);
    expect(told(checked(before), checked({ syscalls: AFTER }), GATE)).toEqual([`error ${line}`]);
  });

  test('a record with gaps now makes nothing gone, and hides no new use that it has', () => {
    const gaps = { ...AFTER, ...INCOMPLETE };
    const lines = told(checked({ syscalls: BEFORE }), checked({ syscalls: gaps }));
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'warning new-use',
      'warning new-use',
      'warning new-refusal',
      'warning not-compared',
    ]);
    expect(told(checked({ syscalls: AFTER }), checked({ syscalls: { ...BEFORE, ...INCOMPLETE } }))).toEqual([
      expect.stringContaining('not-compared'),
    ]);
  });

  test('a service that the baseline has not is not compared', () => {
    const before = result({ services: [service({ name: 'other' })] });
    expect(told(before, checked({ syscalls: AFTER }))).toEqual([
      'warning not-compared: new behaviour cannot be told from what was there before: the baseline has no service of that name',
    ]);
  });

  test('a file that is of no use is told for every service', () => {
    const after = result({ services: [service(), service({ name: 'web' })] });
    const services = [regressing(), regressing({ name: 'web', rules: GATE })];
    const findings = regressionFindings(services, notCompared('b.json', 'it is not JSON'), after);
    expect(findings.map(({ service: about, severity }) => `${about ?? ''} ${severity}`)).toEqual([
      'samba warning',
      'web error',
    ]);
  });
});
