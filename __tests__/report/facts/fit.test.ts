import { describe, expect, test } from '@jest/globals';
import type { LoosenessReport } from '../../../src/core/fit/syscall-report.js';
import type { ReachReport } from '../../../src/core/reach/reach-report.js';
import type { ServiceResult } from '../../../src/core/result.js';
import { fitDetails, otherCalls } from '../../../src/report/facts/fit.js';
import { looseness, row, syscallReport, unseen } from '../../support/sample-fit-report.js';
import { exercise, service } from '../../support/sample-results.js';

function details(changes: Partial<ServiceResult>): Readonly<Record<string, string>> {
  const one = service({ syscalls: syscallReport([row('read')]), fit: looseness(), ...changes });
  return Object.fromEntries(fitDetails(one).map(({ label, text }) => [label, text]));
}

function loosenessLine(changes: Partial<LoosenessReport>): string | undefined {
  return details({ fit: looseness(changes) })['Looseness'];
}

test('nothing is told of a service that was not run', () => {
  expect(fitDetails(service({ syscalls: null, fit: null }))).toEqual([]);
});

describe('looseness', () => {
  test('stands beside its parts and its limit', () => {
    expect(loosenessLine({})).toBe(
      "3.8 (syscalls 3.8, capabilities 0), within the limit of 15; Docker's current default is 100",
    );
    expect(loosenessLine({ score: 15.1 })).toContain('15.1 (syscalls 3.8, capabilities 0), above the limit of 15');
    expect(loosenessLine({ score: 15 })).toContain('within the limit of 15');
  });

  test('says where counting every grant alike would turn it over', () => {
    expect(loosenessLine({ score: 20, flips: true })).toMatch(
      /\. Counting every grant alike it would be 4\.9, within the limit$/u,
    );
    const plain = { score: 3.8, plain: 16, excess: 1, reference: 1 };
    expect(loosenessLine({ syscalls: plain, flips: true })).toMatch(/it would be 16, above the limit$/u);
  });

  test('is not known when a part is not', () => {
    expect(loosenessLine({ score: null, syscalls: null })).toBe(
      'not known (syscalls not known, capabilities 0); the limit is 15',
    );
  });
});

describe('syscalls', () => {
  const rows = [
    row('read'),
    row('execve', { state: 'runtime' }),
    unseen('getgid', 'T0', { state: 'frozen' }),
    unseen('bpf', 'T3'),
    row('mkdir', { state: 'tester' }),
    unseen('fsync', 'T1', { state: 'excepted' }),
  ];

  test('are counted by state', () => {
    expect(details({ syscalls: syscallReport(rows) })['Syscalls']).toBe(
      '6 granted, 1 used, 1 by the runtime only, 1 kept for start-up, 1 excess, 1 by commands of tests only, 1 excepted',
    );
  });

  test('are neither used nor excess for these reasons', () => {
    expect(otherCalls(syscallReport(rows))).toBe('1 kept for start-up, 1 excepted');
    expect(otherCalls(syscallReport([row('read')]))).toBe('');
  });
});

describe('a record', () => {
  const syscalls = syscallReport([row('read'), unseen('bpf', 'T3', { state: 'unknown' })], {
    completeness: { complete: false, reasons: ['9 events were lost', 'the run was cut'] },
  });

  test('that is complete needs no word', () => {
    expect(Object.keys(details({}))).toEqual(['Looseness', 'Capabilities', 'Syscalls', 'Exploits']);
  });

  test('that is incomplete says why, and that nothing is called unused', () => {
    expect(details({ syscalls })).toMatchObject({
      Syscalls: '2 granted, 1 used, 1 not seen',
      Record: 'Incomplete, so no syscall is called unused: 9 events were lost; the run was cut.',
    });
  });

  test('that is missing says what would help', () => {
    const declared = exercise({ unrecorded: { reason: 'no root', advice: 'Run as root.' } });
    const completeness = { complete: false, reasons: ['no root'] };
    expect(details({ declared, syscalls: { ...syscalls, recorded: false, completeness } })).toMatchObject({
      Syscalls: '2 granted',
      Record: 'None, so no syscall is called unused: no root. Run as root.',
    });
  });

  test('of a run that failed gives no looseness', () => {
    expect(Object.keys(details({ syscalls, declared: exercise({ works: false }) }))).toEqual([
      'Syscalls',
      'Exploits',
      'Record',
    ]);
  });

  test('names where it is blind', () => {
    const blindSpots = [
      { kind: 'compat', programs: ['old'] },
      { kind: 'io_uring', programs: ['a', 'b'] },
      { kind: 'emulation', programs: ['gdb'] },
    ] as const;
    expect(details({ syscalls: syscallReport([], { blindSpots }) })['Not seen']).toBe(
      '32-bit code of old (its calls are not in the record); io_uring operations of a and b ' +
        '(neither filter nor record sees them); what gdb answered for the kernel as a tracer',
    );
  });
});

describe('reach', () => {
  const reach: ReachReport = {
    reasons: [],
    loadsMore: false,
    files: ['/usr/sbin/smbd', '/lib/libc.so.6'],
    never: ['mount'],
    notExercised: ['kill', 'tee'],
  };
  const syscalls = syscallReport(['mount', 'kill', 'tee'].map((name) => unseen(name, 'T1')));
  const reachLine = (changes: Partial<ReachReport>): string | undefined =>
    details({ syscalls, reach: { ...reach, ...changes } })['Reach'];

  test('splits the excess, with names', () => {
    expect(reachLine({})).toBe(
      '2 of the excess are made by code of 2 programs and libraries that ran (kill and tee), 1 by none: mount',
    );
  });

  test('says where more may be loaded, and why it cannot be told', () => {
    expect(reachLine({ loadsMore: true })).toContain(
      '1 by none, unless by a library that is loaded or a function that is looked up while they run: mount',
    );
    const unsure = { never: [], notExercised: [], reasons: ['/usr/bin/python3 is an interpreter'] };
    expect(reachLine(unsure)).toBe(
      '0 of the excess are made by code of 2 programs and libraries that ran; of the others it cannot be told: ' +
        '/usr/bin/python3 is an interpreter',
    );
  });

  test('says no more where all of it was found', () => {
    const all = { never: [], notExercised: ['mount', 'kill', 'tee'], reasons: ['a doubt'] };
    expect(reachLine(all)).toBe(
      '3 of the excess are made by code of 2 programs and libraries that ran (mount, kill and tee)',
    );
  });

  test('is not counted where no code was read', () => {
    const unread = { files: [], never: [], notExercised: [], reasons: ['the engine is gone'] };
    expect(reachLine(unread)).toBe('cannot be told: the engine is gone');
  });

  test('is not spoken of unless it was asked for', () => {
    expect(details({})).not.toHaveProperty('Reach');
  });
});
