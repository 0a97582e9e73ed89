import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { table } from '../../../src/report/terminal/table.js';
import { columns, pad, wrap } from '../../../src/report/terminal/wrap.js';

test.each([
  ['abc', 3],
  ['漢字', 4],
  ['한글', 4],
  ['😀', 2],
  ['e\u0301', 1],
  ['…', 1],
])('%s takes its columns', (text, expected) => {
  expect(columns(text)).toBe(expected);
  expect(pad(text, 5)).toBe(text + ' '.repeat(5 - expected));
});

describe('wrap', () => {
  test('breaks at spaces and leaves long words whole', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('a loooooooong b', 5)).toEqual(['a', 'loooooooong', 'b']);
    expect(wrap('', 5)).toEqual([]);
  });

  test('loses no word and keeps to the width', () => {
    const words = fc.array(fc.stringMatching(/^[a-z漢]{1,12}$/u), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (list, width) => {
        const lines = wrap(list.join(' '), width);
        expect(lines.join(' ')).toBe(list.join(' '));
        expect(lines.filter((line) => line.includes(' ') && columns(line) > width)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('table', () => {
  test('aligns its cells and wraps the last under itself', () => {
    const rows = [
      { cells: ['Name', 'State'], last: 'Evidence' },
      { cells: ['SETUID', 'needed'], last: 'one two three four five six seven' },
      { cells: ['漢', 'x'], last: '' },
    ];
    expect(table(rows, 40)).toEqual([
      'Name    State   Evidence',
      'SETUID  needed  one two three four five',
      '                six seven',
      '漢      x',
    ]);
  });

  test('paints cells without moving them', () => {
    const paint = (cell: string, index: number): string => `<${index}${cell}>`;
    expect(table([{ cells: ['a'], last: 'b c', paint }], 80)).toEqual(['<0a>  <1b c>']);
  });

  test('of no rows is empty', () => {
    expect(table([], 80)).toEqual([]);
  });
});
