import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countBranches } from '../../support/differential/instrumented-resolver.js';

/** Everything between a profile and what becomes of a call. */
const RESOLVER = [
  'action.ts',
  'call-trees.ts',
  'decision-tree.ts',
  'filter.ts',
  'multiplexed.ts',
  'resolve.ts',
  'rule-scope.ts',
  'test-chain.ts',
];

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-coverage-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('the profiles that are compared with the kernel take every branch of the resolver', async () => {
  const entry = '__tests__/support/differential/decide-corpus.ts';
  const branches = await countBranches(entry, RESOLVER, join(folder, 'decide-corpus.js'));
  const missed = branches.filter(({ taken }) => taken === 0).map(({ place }) => place);
  const reached = branches.length - missed.length;
  process.stderr.write(`\nresolver: ${reached} of ${branches.length} branches reached by the differential corpus\n\n`);
  expect(missed).toEqual([]);
  expect(branches.length).toBeGreaterThan(100);
}, 120_000);
