import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { ROOT } from '../support/cli.js';
import { actionMetadata } from '../support/workflows/action-metadata.js';

const PAGE = readFileSync(join(ROOT, 'docs/action.md'), 'utf8');
const { inputs, outputs } = actionMetadata();

/** The cells of each row of the table whose first heading is this. */
function rows(heading: string): readonly (readonly string[])[] {
  const table = PAGE.split('\n\n').find((block) => block.startsWith(`| ${heading} `)) ?? '';
  return table
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

it('the page of the action tells of every input as action.yml does, and of no other', () => {
  const told = Object.entries(inputs).map(([name, input]) => {
    const usual = input.default ?? '';
    return [`\`${name}\``, usual === '' ? '' : `\`${usual}\``, input.description];
  });
  expect(rows('input')).toEqual(told);
});

it('the page of the action tells of every output as action.yml does, and of no other', () => {
  expect(rows('output')).toEqual(
    Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
  );
});
