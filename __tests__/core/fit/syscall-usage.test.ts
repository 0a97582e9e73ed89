import { describe, expect, it } from '@jest/globals';
import { judgeFit } from '../../../src/core/fit/judge-fit.js';
import type { SyscallReport } from '../../../src/core/fit/syscall-report.js';
import type { KernelRecord } from '../../../src/core/trace/record.js';
import { fitSubject, ofRule, type FitChanges } from '../../support/sample-fit.js';
import { allowing, defaultFilter, profileOf } from '../../support/sample-filter.js';
import { fact, refusal, sampleRecord, use } from '../../support/sample-record.js';

function report(record: KernelRecord | null, names: readonly string[], changes: FitChanges = {}): SyscallReport {
  return judgeFit(fitSubject({ profile: allowing(names), record, ...changes })).syscalls;
}

function statesOf({ rows }: SyscallReport): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
}

describe('the states of granted calls', () => {
  const names = ['read', 'openat', 'brk', 'geteuid', 'mkdir', 'chmod', 'rename'];
  const record = sampleRecord({
    used: [
      use('read'),
      use('openat', { phase: 'runtime', program: 'runc' }),
      use('brk', { phase: 'runtime', program: 'runc' }),
      use('mkdir', { phase: 'exec', program: 'sh' }),
    ],
  });
  const exceptions = [
    { grant: { kind: 'syscall', name: 'rename' }, reason: 'nightly', expires: '2027-03-01' },
  ] as const;

  it('are used, the runtime’s, frozen, the tests’, excepted and excess', () => {
    const judged = report(record, names, { service: { exceptions } });
    expect(statesOf(judged)).toEqual({
      read: 'used',
      openat: 'runtime',
      brk: 'runtime',
      geteuid: 'frozen',
      mkdir: 'tester',
      chmod: 'excess',
      rename: 'excepted',
    });
    expect(judged.states).toEqual({ used: 1, runtime: 2, frozen: 1, tester: 1, excepted: 1, excess: 1, unknown: 0 });
    expect(judged.excessTiers).toEqual({ T0: 0, T1: 2, T2: 0, T3: 0 });
  });

  it('are never excess after a loss: what was not seen is unknown', () => {
    const lossy = { ...record, completeness: { complete: false, reasons: ['12 events were lost'] } };
    const judged = report(lossy, names, { service: { exceptions } });
    expect(statesOf(judged)).toMatchObject({ read: 'used', geteuid: 'frozen', mkdir: 'unknown', chmod: 'unknown' });
    expect(judged.completeness.reasons).toEqual(['12 events were lost']);
  });

  it('are unknown without a record and after a run that failed', () => {
    const unrecorded = { reason: 'no root', advice: 'Run as root.' };
    expect(report(null, ['chmod'], { declared: { unrecorded } })).toMatchObject({
      recorded: false,
      completeness: { complete: false, reasons: ['no root'] },
      states: { unknown: 1 },
    });
    expect(report(record, ['chmod'], { declared: { works: false } }).states.unknown).toBe(1);
  });

  it('take a call that the kernel left out for used: an earlier run had seen it', () => {
    expect(statesOf(report(sampleRecord({ narrowed: ['chmod'] }), ['chmod']))).toEqual({ chmod: 'used' });
  });
});

describe('a row', () => {
  it('sums up programs and spans steps', () => {
    const used = [
      use('chmod', { program: 'smbd', count: 2, firstStep: 'answers', lastStep: 'stop' }),
      use('chmod', { program: 'nmbd', count: 3, firstStep: 'ready', lastStep: 'answers' }),
      use('chmod', { program: 'sh', phase: 'exec', count: 9, firstStep: 'start', lastStep: 'stop' }),
    ];
    expect(report(sampleRecord({ used }), ['chmod']).rows).toEqual([
      {
        name: 'chmod',
        number: 90,
        state: 'used',
        reach: null,
        condition: null,
        seen: [],
        tier: 'T1',
        weight: 1,
        programs: ['nmbd', 'smbd'],
        count: 5,
        firstStep: 'ready',
        lastStep: 'stop',
      },
    ]);
  });

  it('tells which arguments were seen of a conditional grant', () => {
    const record = sampleRecord({
      used: [use('socket')],
      facts: [fact('socket', [2, 1]), fact('socket', [10], { phase: 'exec' }), fact('prctl', [15])],
    });
    const { rows, allowed } = report(record, [], { profile: null, filter: defaultFilter() });
    expect(rows.find(({ name }) => name === 'socket')).toMatchObject({
      state: 'used',
      seen: [
        {
          argument: 0,
          values: [
            { value: 2, count: 1 },
            { value: 1, count: 1 },
          ],
          complete: true,
        },
      ],
      weight: 0.75,
    });
    expect(rows.find(({ name }) => name === 'prctl')?.seen).toEqual([]);
    expect(allowed).toEqual({ always: 306, conditionally: 3 });
  });
});

describe('refused rows', () => {
  const profile = profileOf({
    defaultAction: 'SCMP_ACT_KILL_PROCESS',
    syscalls: [
      { names: ['read', 'write'], action: 'SCMP_ACT_ALLOW' },
      { names: ['unlink', 'chmod'], action: 'SCMP_ACT_TRAP' },
    ],
  });

  it('name the action and the place in the profile', () => {
    const refused = [
      refusal('chmod', { answer: { kind: 'signal', survived: true } }),
      refusal('mkdir', { answer: { kind: 'signal', survived: false } }),
      refusal('read', { ownFilter: true }),
      refusal(null, { answer: { kind: 'thread-killed' } }),
    ];
    const rows = report(sampleRecord({ refused }), [], { profile }).refused;
    expect(rows.map(({ name, answer, action, location }) => [name, answer, action, location?.line ?? null])).toEqual([
      ['chmod', 'SIGSYS, survived', 'SCMP_ACT_TRAP', 14],
      ['mkdir', 'SIGSYS', 'SCMP_ACT_KILL_PROCESS', 2],
      ['read', 'EPERM', null, null],
      [null, 'thread killed', null, null],
    ]);
  });

  it('know of no place without a profile', () => {
    const rows = report(sampleRecord({ refused: [refusal('keyctl')] }), [], { profile: null }).refused;
    expect(rows).toMatchObject([{ name: 'keyctl', action: 'SCMP_ACT_ERRNO', location: null }]);
  });
});

describe('evidence at odds with the filter', () => {
  it('is an error: another filter is in force than was computed', () => {
    const record = sampleRecord({ used: [use('read'), use('mount'), use('syscall_999')] });
    const { findings, syscalls } = judgeFit(fitSubject({ profile: allowing(['read']), record }));
    expect(syscalls.contradictions).toEqual(['mount']);
    expect(ofRule(findings, 'in-force-differs')).toMatchObject([
      {
        severity: 'error',
        message: 'the kernel let mount through, which the filter as computed refuses',
        grants: ['mount'],
      },
    ]);
  });

  it('is none of Docker’s default: an older engine has another', () => {
    const record = sampleRecord({ used: [use('io_uring_setup')] });
    expect(report(record, [], { profile: null }).contradictions).toEqual([]);
  });

  it('is none where only arguments decide', () => {
    const personality = {
      names: ['personality'],
      action: 'SCMP_ACT_ALLOW',
      args: [{ index: 0, value: 8, op: 'SCMP_CMP_EQ' }],
    };
    const record = sampleRecord({ used: [use('personality')] });
    expect(report(record, [], { profile: allowing(['read'], personality) }).contradictions).toEqual([]);
  });
});
