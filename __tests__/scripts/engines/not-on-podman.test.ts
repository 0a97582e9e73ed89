import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { CORE_TESTS } from '../../../scripts/engines/core-tests.mjs';
import { allBut, NOT_ON_PODMAN } from '../../../scripts/engines/not-on-podman.mjs';

test('jest leaves out the tests of the list and runs all others', () => {
  const [, pattern = ''] = /^--testNamePattern=(.*)$/.exec(allBut([{ test: 'a (b)' }, { test: "c's" }])) ?? [];
  const names = ["c's d", 'a (b) c', 'a b', 'b a (b)', 'x'];
  expect(names.filter((name) => new RegExp(pattern).test(name))).toEqual(['a b', 'b a (b)', 'x']);
});

test('each test of the list is there', () => {
  const sources = CORE_TESTS.map((path) => readFileSync(path, 'utf8')).join('\n');
  const missing = NOT_ON_PODMAN.filter(({ test }) => !sources.includes(test.replace(/^(buildx|the network) /, '')));
  expect(missing).toEqual([]);
});
