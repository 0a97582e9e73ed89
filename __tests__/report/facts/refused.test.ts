import { describe, expect, test } from '@jest/globals';
import type { RefusedRow } from '../../../src/core/fit/syscall-report.js';
import { refusedBy, refusedCalls, type RefusedCall } from '../../../src/report/facts/refused.js';
import { refusedRow, syscallReport } from '../../support/sample-fit-report.js';
import { exercise, service } from '../../support/sample-results.js';

function calls(...refused: readonly RefusedRow[]): readonly RefusedCall[] {
  return refusedCalls(service({ syscalls: syscallReport([], { refused }) }));
}

describe('refused calls', () => {
  test('are one for each call and answer, with every program and its steps', () => {
    expect(
      calls(
        refusedRow('rseq', { firstStep: 'start', lastStep: 'stop' }),
        refusedRow('chmod'),
        refusedRow('rseq', { phase: 'exec', program: 'smbstatus' }),
        refusedRow('rseq', { phase: 'runtime', program: 'runc' }),
        refusedRow('rseq', { answer: 'ENOSYS' }),
      ).map(({ name, answer, by }) => [name, answer, by]),
    ).toEqual([
      ['rseq', 'EPERM', ['smbd (start … stop)', 'smbstatus of a test (ready)', 'runc at start-up (ready)']],
      ['chmod', 'EPERM', ['smbd (ready)']],
      ['rseq', 'ENOSYS', ['smbd (ready)']],
    ]);
  });

  test.each([
    [refusedRow('chmod'), { line: '2', remark: '' }],
    [refusedRow('chmod', { answer: 'SIGSYS', action: 'SCMP_ACT_TRAP' }), { answer: 'SIGSYS', remark: 'TRAP' }],
    [refusedRow(null, { action: null, location: null }), { name: 'not named', line: '-', remark: '' }],
    [refusedRow('chmod', { ownFilter: true, action: null }), { remark: 'the service has a filter of its own' }],
  ] as const)('show the line and what the answer does not tell (%#)', (row, expected) => {
    expect(calls(row)[0]).toMatchObject(expected);
  });

  test('are none where nothing was run', () => {
    expect(refusedCalls(service({ syscalls: null }))).toEqual([]);
  });
});

test.each([
  ['profile.json', true, 'by profile.json, and the service works'],
  ['default', true, "by the engine's default profile, and the service works"],
  ['unconfined', false, 'by a filter of its own in the run that failed'],
])('what refused by %s is told with what came of it', (source, works, expected) => {
  expect(refusedBy(service({ seccomp: { source, sha256: null, allowed: null }, declared: exercise({ works }) }))).toBe(
    expected,
  );
});
