import { expect, test } from '@jest/globals';
import { excessCount, excessTiers, usedByTests } from '../../../src/report/facts/excess.js';
import { row, syscallReport, unseen } from '../../support/sample-fit-report.js';

const REPORT = syscallReport([
  row('read'),
  unseen('getpgrp', 'T0'),
  unseen('personality', 'T2', { weight: 0.75 }),
  unseen('madvise', 'T2'),
  unseen('bpf', 'T3'),
  unseen('fsync', 'T2', { state: 'excepted' }),
  row('mount', { state: 'tester', tier: 'T2', weight: 3, number: 165 }),
]);

test('excess is told by tier, the riskiest first, what tests use among it', () => {
  expect(excessTiers(REPORT).map(({ label, rows }) => [label, ...rows.map(({ name }) => name)])).toEqual([
    ['T3 critical', 'bpf'],
    ['T2 risky', 'madvise', 'mount', 'personality'],
    ['T0 minor', 'getpgrp'],
  ]);
  expect(excessCount(REPORT)).toBe(5);
  expect(usedByTests(REPORT)).toEqual(['mount']);
});

test('an incomplete record has no excess', () => {
  expect(excessTiers(syscallReport([unseen('bpf', 'T3', { state: 'unknown' })]))).toEqual([]);
});
