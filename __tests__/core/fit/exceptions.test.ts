import { describe, expect, it } from '@jest/globals';
import { activeExceptions } from '../../../src/core/fit/exceptions.js';
import { judgeFit } from '../../../src/core/fit/judge-fit.js';
import type { Finding } from '../../../src/core/finding.js';
import type { Exception } from '../../../src/core/policy/policy.js';
import type { GrantRow } from '../../../src/core/result.js';
import { fitSubject } from '../../support/sample-fit.js';
import { allowing } from '../../support/sample-filter.js';
import { sampleRecord, use } from '../../support/sample-record.js';

/** The day the sample is judged on is 2026-11-22. */
function exception(name: string, expires = '2027-03-01'): Exception {
  return { grant: { kind: 'syscall', name }, reason: 'nightly compaction', expires };
}

function findingsOf(exceptions: readonly Exception[], grants: readonly GrantRow[] = []): readonly Finding[] {
  const record = sampleRecord({ used: [use('read')] });
  const { findings } = judgeFit(
    fitSubject({ profile: allowing(['read', 'execve', 'fsync']), record, grants, service: { exceptions } }),
  );
  return findings.filter(({ rule }) => rule.startsWith('exception-'));
}

function wordsOf(exceptions: readonly Exception[]): readonly string[] {
  return findingsOf(exceptions).map(({ rule, message }) => `${rule}: ${message}`);
}

describe('an exception', () => {
  it('in force is silent', () => {
    expect(findingsOf([exception('fsync')])).toEqual([]);
  });

  it.each([
    ['2026-12-07', []],
    ['2026-12-06', ['exception-expiring: the exception for fsync ends in 14 days, on 2026-12-06']],
    ['2026-11-23', ['exception-expiring: the exception for fsync ends in 1 day, on 2026-11-23']],
    ['2026-11-22', ['exception-expiring: the exception for fsync ends today, on 2026-11-22']],
    [
      '2026-11-21',
      ['exception-expired: the exception for fsync ended on 2026-11-21: the grant counts as excess again'],
    ],
  ])('that expires on %s', (expires, words) => {
    expect(wordsOf([exception('fsync', expires)])).toEqual(words);
  });

  it.each([
    ['read', 'it is used in these tests'],
    ['execve', 'it is never counted as excess'],
    ['mount', 'the filter does not allow it'],
  ])('for %s excuses nothing: %s', (name, reason) => {
    expect(wordsOf([exception(name)])).toEqual([
      `exception-unused: the exception for ${name} excuses nothing: ${reason}`,
    ]);
  });

  it.each([
    ['needed', 'it is needed in these tests'],
    ['excepted', null],
    [null, 'it is not granted'],
  ] as const)('for a capability that is %s', (state, reason) => {
    const grants: readonly GrantRow[] =
      state === null ? [] : [{ kind: 'capability', name: 'CHOWN', state, evidence: '' }];
    const about: Exception = { ...exception(''), grant: { kind: 'capability', name: 'CHOWN' } };
    expect(findingsOf([about], grants).map(({ message }) => message)).toEqual(
      reason === null ? [] : [`the exception for CHOWN excuses nothing: ${reason}`],
    );
  });

  it('is found at its place in the policy', () => {
    expect(findingsOf([exception('read')])[0]?.location).toEqual({ file: 'tightfit.yml', line: 3, column: 1 });
  });
});

describe('activeExceptions', () => {
  it('keeps those that hold on the last day, in every year', () => {
    const dates = ['2026-11-21', '2026-11-22', '2027-01-01'];
    expect(
      activeExceptions(
        dates.map((date) => exception('fsync', date)),
        '2026-11-22T23:59:59.999Z',
      ).map(({ expires }) => expires),
    ).toEqual(['2026-11-22', '2027-01-01']);
  });

  it('that are over no longer excuse', () => {
    const record = sampleRecord({ used: [use('read')] });
    const service = { exceptions: [exception('fsync', '2026-01-01')] };
    const { syscalls } = judgeFit(fitSubject({ profile: allowing(['fsync']), record, service }));
    expect(syscalls.rows.map(({ state }) => state)).toEqual(['excess']);
  });
});
