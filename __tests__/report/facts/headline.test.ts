import { describe, expect, test } from '@jest/globals';
import type { GrantRow, GrantState, ServiceResult } from '../../../src/core/result.js';
import { headline } from '../../../src/report/facts/headline.js';
import { looseness } from '../../support/sample-fit-report.js';
import { exercise, finding, result, service } from '../../support/sample-results.js';

function grants(...states: readonly GrantState[]): readonly GrantRow[] {
  const names = ['SETUID', 'SETGID', 'CHOWN', 'KILL'] as const;
  return states.map((state, index) => ({ kind: 'capability', name: names[index] ?? 'KILL', state, evidence: '' }));
}

function why(changes: Partial<ServiceResult>, ...findings: readonly ReturnType<typeof finding>[]): string {
  const one = service(changes);
  return headline({ name: one.name, verdict: one.verdict, service: one }, result({ services: [one], findings }));
}

const FAILED = exercise({
  works: false,
  steps: [{ kind: 'ready', name: 'ready', state: 'failed', difference: 'x', duration: 1, attempts: 9 }],
});

const LATER = exercise({
  works: false,
  steps: [
    { kind: 'ready', name: 'ready', state: 'passed', difference: '', duration: 1, attempts: 1 },
    { kind: 'test', name: 'answers', state: 'failed', difference: 'x', duration: 1, attempts: 1 },
  ],
});

describe('why a service is tight', () => {
  test.each([
    [[], 'Works as declared, without any capability.'],
    [['needed'], 'Works as declared, and its one capability is needed in these tests.'],
    [['needed', 'needed'], 'Works as declared, and each of its 2 capabilities is needed in these tests.'],
    [
      ['needed', 'unused', 'excepted', 'untried'],
      'Works as declared; of its 4 capabilities 1 needed, 1 not needed in these tests, within the limit, ' +
        '1 excepted by the policy and 1 not tried.',
    ],
  ] as const)('with grants %j', (states, expected) => {
    expect(why({ grants: grants(...states) })).toBe(expected);
  });

  test('without a run', () => {
    expect(why({ declared: null })).toBe('No rule objects to the policy and its profiles. The service was not run.');
  });
});

describe('why a service is loose', () => {
  test('names what is unused', () => {
    expect(why({ verdict: 'loose', grants: grants('needed', 'unused') })).toBe(
      'Works as declared, but 1 of 2 capabilities is not needed in these tests: SETGID.',
    );
  });

  test('names a looseness above its limit before what is unused', () => {
    const fit = looseness({ score: 31 });
    const start = 'Works as declared, but its looseness of 31 is above the limit of 15';
    expect(why({ verdict: 'loose', fit })).toBe(`${start}.`);
    expect(why({ verdict: 'loose', fit, grants: grants('unused', 'unused') })).toBe(
      `${start}; and 2 of 2 capabilities are not needed in these tests: SETUID and SETGID.`,
    );
  });

  test('gives the finding when no capability is', () => {
    const because = finding('in-force-looser', { message: 'process "smbd" runs without no_new_privs' });
    expect(why({ verdict: 'loose' }, because)).toBe('Process "smbd" runs without no_new_privs.');
  });
});

describe('why a service is broken', () => {
  test.each([
    [null, 'Ready failed as declared.'],
    [exercise(), 'Ready failed as declared; under engine defaults everything works: the confinement breaks it.'],
    [FAILED, 'Ready failed as declared, and the service fails under engine defaults too: it is broken by itself.'],
    [LATER, 'Ready failed as declared; under engine defaults it gets further: the confinement breaks it.'],
  ])('by its control run', (control, expected) => {
    expect(why({ verdict: 'broken', declared: FAILED, control })).toBe(expected);
  });

  test('gives the finding when no step failed', () => {
    const because = finding('deny-everything', { message: 'profile.json allows no execve' });
    expect(why({ verdict: 'broken', declared: null }, because)).toBe('Profile.json allows no execve.');
  });
});

describe('why something is unjudged', () => {
  test('gives the reason, not what is worse or of another service', () => {
    const findings = [
      finding('limit-exceeded', { message: 'too loose' }),
      finding('build-failed', { service: 'other', message: 'other' }),
      finding('flaky-service', { message: 'failed once and worked once' }),
    ];
    expect(why({ verdict: 'unjudged' }, ...findings)).toBe('Failed once and worked once.');
  });

  test('counts further reasons', () => {
    const findings = [finding('build-failed', { message: 'no space' }), finding('timed-out', { service: null })];
    expect(why({ verdict: 'unjudged' }, ...findings)).toBe('No space. Among the findings: 1 more error.');
  });
});
