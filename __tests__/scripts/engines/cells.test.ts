import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { CELLS } from '../../../scripts/engines/cells.mjs';
import { ROOT } from '../../support/cli.js';

const NAMES = CELLS.map(({ name }) => name);

it('every cell has a name of its own that can be a file name', () => {
  expect(new Set(NAMES).size).toBe(NAMES.length);
  expect(NAMES.filter((name) => !/^[a-z][a-z0-9.-]*$/.test(name))).toEqual([]);
});

it('the nightly workflow runs cells that there are', () => {
  const text = readFileSync(join(ROOT, 'examples/workflows/engines-nightly.yml'), 'utf8');
  const { jobs } = parse(text) as { jobs: { cell: { strategy: { matrix: { cell: string[] } } } } };
  expect(jobs.cell.strategy.matrix.cell.filter((name) => !NAMES.includes(name))).toEqual([]);
});
