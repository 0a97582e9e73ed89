import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from '../setup/failure.mjs';
import { say, secondsSince } from '../setup/progress.mjs';
import { ROOT } from '../setup/root.mjs';
import { backendOf } from './backends.mjs';

/** Where the results of the cells are, one file a cell. */
export const RESULTS = join(ROOT, 'docs/engines');

/**
 * @typedef {object} CellResult
 * @property {string} cell
 * @property {string} date
 * @property {import('./facts.mjs').Facts} facts
 * @property {import('../setup/jest.mjs').Counts & { seconds: number }} tests the core end-to-end tests, as root
 * @property {Record<'root' | 'runner', Row[]>} examples by who ran them
 * @property {string[]} left on the engine after the runs, and on the machine after it was taken down
 */

/** @typedef {Omit<import('../examples/check-example.mjs').CheckedExample, 'output'>} Row */

/**
 * Brings a cell up, runs the core end-to-end tests and every example in it as root and every example as a hosted runner's user,
 * takes it down, and looks for what is left.
 * @param {import('./cells.mjs').Cell} cell
 * @returns {Promise<CellResult>}
 */
export async function runCell(cell) {
  const start = Date.now();
  say(`engines: ${cell.name}`);
  const { up, down } = await backendOf(cell);
  /** @type {Omit<CellResult, 'left'>} */
  let seen;
  /** @type {string[]} */
  let left;
  try {
    const place = await up();
    seen = { cell: cell.name, date: new Date().toISOString().slice(0, 10), ...(await seenIn(place)) };
    left = await inside(place, 'root', ['left']);
  } finally {
    await down();
  }
  const result = { ...seen, left: [...left, ...(await down())] };
  say(`engines: ${cell.name} took ${secondsSince(start)}`);
  return result;
}

/** @param {import('./backends.mjs').Place} place */
async function seenIn(place) {
  return {
    facts: await inside(place, 'root', ['facts']),
    examples: {
      root: await inside(place, 'root', ['examples']),
      runner: await inside(place, 'runner', ['examples']),
    },
    tests: await inside(place, 'root', ['tests']),
  };
}

/**
 * @param {import('./backends.mjs').Place} place
 * @param {'root' | 'runner'} user
 * @param {string[]} words of inside.mjs
 */
async function inside(place, user, words) {
  say(`engines: ${words.join(' ')} as ${user}`);
  const { code, stdout } = await place.run(user, ['node', 'scripts/engines/inside.mjs', ...words]);
  if (code !== 0)
    throw new SetupFailure(`inside.mjs ${words.join(' ')} as ${user} ended with ${code}; its message is above.`);
  return JSON.parse(stdout);
}

/** @param {CellResult} result */
export function writeResult(result) {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, `${result.cell}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
}
