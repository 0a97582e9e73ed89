import { describe, expect, test } from '@jest/globals';
import { lookFor, paletteFor } from '../../src/cli/look.js';

const TERMINAL = { isTTY: true };
const PIPE = {};

describe('colours', () => {
  test.each<[string, object, Readonly<Record<string, string>>, boolean]>([
    ['a terminal', TERMINAL, {}, true],
    ['a pipe', PIPE, {}, false],
    ['a dumb terminal', TERMINAL, { TERM: 'dumb' }, false],
    ['NO_COLOR', TERMINAL, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', TERMINAL, { NO_COLOR: '' }, true],
    ['FORCE_COLOR on a pipe', PIPE, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR of 0', TERMINAL, { FORCE_COLOR: '0' }, false],
    ['NO_COLOR and FORCE_COLOR', TERMINAL, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['a pipe of a runner', PIPE, { CI: 'true' }, false],
  ])('for %s', (_, terminal, environment, isColoured) => {
    expect(paletteFor(terminal, environment).red('x') !== 'x').toBe(isColoured);
  });
});

test.each([
  [40, 60],
  [72, 72],
  [300, 140],
  [undefined, 100],
])('a terminal of %p columns is written to as %i wide', (columns, width) => {
  expect(lookFor(columns === undefined ? {} : { columns }).width).toBe(width);
});
