import { expect, test } from '@jest/globals';
import type { FitJudgement } from '../../../src/core/fit/judge-fit.js';
import { markReach } from '../../../src/core/reach/mark-reach.js';
import type { ReachReport } from '../../../src/core/reach/reach-report.js';
import { looseness, row, syscallReport, unseen } from '../../support/sample-fit-report.js';

const REACH: ReachReport = {
  reasons: [],
  loadsMore: false,
  files: ['/usr/sbin/smbd'],
  never: ['mount'],
  notExercised: ['kill'],
};

const FIT: FitJudgement = {
  syscalls: syscallReport([
    row('read'),
    unseen('kill', 'T1'),
    unseen('mount', 'T3'),
    unseen('tee', 'T1', { state: 'tester' }),
    unseen('dup', 'T1', { state: 'excepted' }),
  ]),
  looseness: looseness(),
  findings: ['excess-syscalls' as const, 'limit-exceeded' as const].map((rule) => ({
    rule,
    severity: 'warning' as const,
    service: 'samba',
    message: 'as before',
    advice: '',
    location: null,
    grants: ['kill', 'mount', 'tee'],
  })),
};

test('each call that is excess says whether the executed code makes it', () => {
  const { rows } = markReach(FIT, REACH).syscalls;
  expect(rows.map(({ name, reach }) => [name, reach])).toEqual([
    ['read', null],
    ['kill', 'not-exercised'],
    ['mount', 'never'],
    ['tee', 'unknown'],
    ['dup', null],
  ]);
});

test('the finding about them says of how many, and no other finding changes', () => {
  expect(markReach(FIT, REACH).findings.map(({ message }) => message)).toEqual([
    'as before; code of the executed files makes 1 of them, and none makes the other 1',
    'as before',
  ]);
  const all = { ...REACH, never: [], notExercised: ['kill', 'mount', 'tee'] };
  expect(markReach(FIT, all).findings[0]?.message).toBe('as before; code of the executed files makes 3 of them');
  const unsure = { ...REACH, never: [], reasons: ['x is an interpreter'] };
  expect(markReach(FIT, unsure).findings[0]?.message).toBe(
    'as before; code of the executed files makes 1 of them, of the others it cannot be told',
  );
});
