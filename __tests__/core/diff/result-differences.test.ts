import { describe, expect, test } from '@jest/globals';
import type { Difference } from '../../../src/core/diff/difference.js';
import { resultDifferences } from '../../../src/core/diff/result-differences.js';
import type { CheckResult, ServiceResult } from '../../../src/core/result.js';
import { refusedRow, row, syscallReport, unseen } from '../../support/sample-fit-report.js';
import { RECORDED_SAMPLES } from '../../support/sample-recorded.js';
import { result, SAMPLES, service } from '../../support/sample-results.js';

const ROWS = [row('read'), row('ioctl', { condition: 'if arg1 == 5' }), unseen('mount', 'T3')];

function checked(changes: Partial<ServiceResult> = {}, rest: Partial<CheckResult> = {}): CheckResult {
  return result({ services: [service({ looseness: 4, syscalls: syscallReport(ROWS), ...changes })], ...rest });
}

function lines(before: CheckResult, after: CheckResult): readonly string[] {
  const line = ({ direction, aspect, service: about, name, before: old, after: now }: Difference): string =>
    `${direction} ${aspect} ${about ?? '-'} ${name}: ${old} → ${now}`;
  return resultDifferences({ before, after }).map(line);
}

describe('two results', () => {
  test.each(Object.entries({ ...SAMPLES, ...RECORDED_SAMPLES }))('that are one (%s) do not differ', (_, sample) => {
    expect(lines(sample, sample)).toEqual([]);
  });

  test('of other machines say so first', () => {
    const { environment } = checked();
    const elsewhere = environment === null ? null : { ...environment, kernel: '5.10.0', engine: 'Docker 29.0.0' };
    expect(lines(checked(), checked({ verdict: 'loose' }, { environment: elsewhere }))).toEqual([
      'changed key - engine: Docker 24.0.5 → Docker 29.0.0',
      'changed key - kernel: 6.18.44 → 5.10.0',
      'looser verdict samba verdict: tight → loose',
    ]);
  });

  test.each<[string, Partial<ServiceResult>, readonly string[]]>([
    ['another image', { image: { reference: 'a', id: 'sha256:1' } }, ['changed key samba image']],
    ['another verdict that says nothing of grants', { verdict: 'broken' }, ['changed verdict samba verdict']],
    ['more looseness', { looseness: 5 }, ['looser looseness samba looseness']],
    ['less looseness', { looseness: 3 }, ['tighter looseness samba looseness']],
    ['a looseness not known', { looseness: null }, ['changed looseness samba looseness']],
    [
      'a capability more',
      { capabilities: { requested: [], bounding: ['CHOWN', 'SETGID', 'SETUID'], effective: [] } },
      ['looser capability samba CHOWN'],
    ],
    ['a call more', { syscalls: syscallReport([...ROWS, unseen('bpf', 'T3')]) }, ['looser syscall samba bpf']],
    ['a call less', { syscalls: syscallReport(ROWS.slice(0, 2)) }, ['tighter syscall samba mount']],
    [
      'a condition less',
      { syscalls: syscallReport([row('read'), row('ioctl'), unseen('mount', 'T3')]) },
      ['looser syscall samba ioctl'],
    ],
    [
      'another condition',
      { syscalls: syscallReport([row('read'), row('ioctl', { condition: 'if arg1 == 6' }), unseen('mount', 'T3')]) },
      ['changed syscall samba ioctl'],
    ],
    [
      'new behaviour',
      { syscalls: syscallReport([row('read'), row('ioctl', { condition: 'if arg1 == 5' }), row('mount')]) },
      ['changed use samba mount'],
    ],
    [
      'a new refusal',
      { syscalls: syscallReport(ROWS, { refused: [refusedRow('ptrace'), refusedRow('ptrace')] }) },
      ['changed refusal samba ptrace'],
    ],
    ['no record', { syscalls: syscallReport(ROWS, { recorded: false }) }, []],
    ['no run', { syscalls: null }, []],
  ])('that differ by %s', (_, changes, expected) => {
    expect(lines(checked(), checked(changes)).map((line) => line.split(':')[0])).toEqual(expected);
  });

  test('one of which lacks a service tell that alone', () => {
    const two = result({ services: [service(), service({ name: 'web', verdict: 'loose' })] });
    expect(lines(result(), two)).toEqual(['tighter service web web: not judged → judged']);
    expect(lines(two, result())).toEqual(['looser service web web: judged → not judged']);
  });
});
