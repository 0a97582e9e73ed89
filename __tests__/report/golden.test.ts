import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { annotations } from '../../src/report/annotations.js';
import { summary } from '../../src/report/summary.js';
import { PLAIN } from '../../src/report/terminal/look.js';
import { text } from '../../src/report/text.js';
import { COMPARED_SAMPLES } from '../support/sample-baseline.js';
import { MINIMIZED_SAMPLES } from '../support/sample-minimize.js';
import { RECORDED_SAMPLES } from '../support/sample-recorded.js';
import { SAMPLES } from '../support/sample-results.js';

const GOLDEN = new URL('../golden/', import.meta.url);

/** What every sample must look like; `UPDATE_GOLDEN=1` writes what it looks like now, for review. */
const VIEWS = {
  'terminal.txt': (sample) => text(sample, { palette: PLAIN, width: 80 }),
  'summary.md': summary,
  'annotations.json': (sample) => `${JSON.stringify(annotations(sample), null, 2)}\n`,
} satisfies Record<string, (sample: (typeof SAMPLES)[string]) => string>;

describe.each(Object.entries({ ...SAMPLES, ...RECORDED_SAMPLES, ...MINIMIZED_SAMPLES, ...COMPARED_SAMPLES }))(
  'a result that is %s',
  (name, sample) => {
    test.each(Object.entries(VIEWS))('looks in %s as agreed', (file, view) => {
      const folder = new URL(`report-${name}/`, GOLDEN);
      const rendered = view(sample);
      if (process.env['UPDATE_GOLDEN'] === '1') {
        mkdirSync(folder, { recursive: true });
        writeFileSync(new URL(file, folder), rendered);
      }
      expect(rendered).toBe(readFileSync(new URL(file, folder), 'utf8'));
    });
  },
);

const WIDTHS = ['loose-excess', 'minimized', 'regressed', 'broken'].flatMap((name) =>
  ([60, 140] as const).map((width) => [name, width] as const),
);

test.each(WIDTHS)('a result that is %s looks on a terminal of %i columns as agreed', (name, width) => {
  const sample = { ...SAMPLES, ...RECORDED_SAMPLES, ...MINIMIZED_SAMPLES, ...COMPARED_SAMPLES }[name];
  const file = new URL(`report-${name}/terminal-${width}.txt`, GOLDEN);
  const rendered = sample === undefined ? '' : text(sample, { palette: PLAIN, width });
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, rendered);
  expect(rendered).toBe(readFileSync(file, 'utf8'));
});
