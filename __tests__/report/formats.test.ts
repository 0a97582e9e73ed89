import { expect, test } from '@jest/globals';
import { FORMATS } from '../../src/report/formats.js';
import { result } from '../support/sample-results.js';

test('every format has a name and a file of its own', () => {
  expect(FORMATS.map(({ name, fileName }) => [name, fileName])).toEqual([
    ['json', 'tightfit.json'],
    ['text', 'tightfit.txt'],
    ['summary', 'summary.md'],
  ]);
});

test.each(FORMATS)('$name renders the verdict and ends in a line feed', ({ render }) => {
  const rendered = render(result());
  expect(rendered).toMatch(/samba: tight|"verdict": "tight"/u);
  expect(rendered.endsWith('\n')).toBe(true);
});
