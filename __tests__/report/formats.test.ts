import { expect, test } from '@jest/globals';
import { FORMATS } from '../../src/report/formats.js';
import { renderAs, renderFiles } from '../../src/report/render-files.js';
import { RECORDED_SAMPLES } from '../support/sample-recorded.js';
import { result, SAMPLES } from '../support/sample-results.js';

const NOTHING = { base: null, trend: [] };

test('every format has a name and a file of its own', () => {
  expect(FORMATS.map(({ name, fileName }) => [name, fileName])).toEqual([
    ['json', 'tightfit.json'],
    ['text', 'tightfit.txt'],
    ['html', 'tightfit.html'],
    ['sarif', 'tightfit.sarif'],
    ['junit', 'tightfit.junit.xml'],
    ['badge', 'tightfit.badge.svg'],
    ['badge-json', 'tightfit.badge.json'],
    ['comment', 'tightfit.md'],
    ['summary', 'summary.md'],
  ]);
});

test.each(FORMATS)('$name ends in a line feed and is the same every time', ({ render }) => {
  for (const sample of Object.values({ ...SAMPLES, ...RECORDED_SAMPLES })) {
    const rendered = render(sample, NOTHING);
    expect(rendered.endsWith('\n')).toBe(true);
    expect(render(sample, NOTHING)).toBe(rendered);
  }
});

test('a result is rendered in every format', () => {
  const { files, problems } = renderFiles(result(), NOTHING);
  expect(problems).toEqual([]);
  expect(files.map(({ name }) => name)).toEqual(FORMATS.map(({ fileName }) => fileName));
  expect(files.map(({ format, text }) => text === renderAs(format, result(), NOTHING))).not.toContain(false);
});

test('a format that fails keeps no other from being rendered', () => {
  const sound = result();
  const broken = {
    ...sound,
    get tool(): never {
      throw new TypeError('no tool');
    },
  };
  const { files, problems } = renderFiles(broken, NOTHING);
  expect(files.map(({ format }) => format)).toContain('badge');
  expect(problems).toContain('tightfit.sarif could not be made: no tool');
  expect(files.length + problems.length).toBe(FORMATS.length);
});
