import { expect, test } from '@jest/globals';
import { count, duration, enumerate, sentence } from '../../../src/report/facts/wording.js';

test('counts', () => {
  expect([count(0, 'test'), count(1, 'test'), count(2, 'capability', 'capabilities')]).toEqual([
    '0 tests',
    '1 test',
    '2 capabilities',
  ]);
});

test('enumerates', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(enumerate)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});

test('makes sentences', () => {
  expect(['it works', 'Why?', 'see "x".'].map(sentence)).toEqual(['It works.', 'Why?', 'See "x".']);
});

test.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1000, '1.0 s'],
  [59_940, '59.9 s'],
  [59_990, '1 min 0 s'],
  [60_000, '1 min 0 s'],
  [125_400, '2 min 5 s'],
])('%i milliseconds are %s', (milliseconds, expected) => {
  expect(duration(milliseconds)).toBe(expected);
});
