import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { badge } from '../../src/report/badge.js';
import { comment } from '../../src/report/comment.js';
import { result, service } from '../support/sample-results.js';
import { ROOT } from '../support/cli.js';

/** Bytes of a picture: a reader on a phone waits for it. */
const LIMIT = 300_000;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`),
];

describe.each(PAGES.filter((name) => name.endsWith('.md')))('%s', (page) => {
  it('shows pictures that are there and that load fast', () => {
    const text = readFileSync(join(ROOT, page), 'utf8').replace(/^(```+)[^]*?^\1$/gm, '');
    const shown = [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
      (found) => found[1] ?? found[2] ?? '',
    );
    const own = shown.filter((path) => !/^https?:/.test(path)).map((path) => resolve(ROOT, dirname(page), path));
    expect(own.filter((path) => statSync(path).size > LIMIT)).toEqual([]);
  });
});

it.each(['report.png', 'report-dark.png'])('%s is a picture', (name) => {
  expect(
    readFileSync(join(ROOT, 'docs/images', name))
      .subarray(0, 4)
      .equals(PNG),
  ).toBe(true);
});

it('the badge is one that is made today', () => {
  const shown = readFileSync(join(ROOT, 'docs/images/badge.svg'), 'utf8');
  const looseness = Number(/tight · (\d+)/.exec(shown)?.[1]);
  expect(shown).toBe(badge(result({ verdict: 'tight', services: [service({ verdict: 'tight', looseness })] })));
});

it('the sample of a comment begins and ends as one that is made today', () => {
  const shown = readFileSync(join(ROOT, 'docs/samples/comment.md'), 'utf8');
  const made = comment(result(), null);
  const shape = (text: string): readonly unknown[] => [
    /^<!-- tightfit-comment [0-9a-f]{16} -->\n\n## /.test(text),
    text.slice(-7),
  ];
  expect(shape(shown)).toEqual(shape(made));
});
