import { SetupFailure } from '../setup/failure.mjs';
import { say, secondsSince } from '../setup/progress.mjs';
import { backendOf } from './backends.mjs';
import { allBut, NOT_ON_PODMAN } from './not-on-podman.mjs';

/**
 * @typedef {object} CellResult
 * @property {string} cell
 * @property {string} date
 * @property {import('./facts.mjs').Facts} facts
 * @property {import('../setup/jest.mjs').Counts & { seconds: number }} tests the core end-to-end tests, as root
 * @property {Record<User, Row[]>} examples by who ran them
 * @property {string[]} left on the engine after the runs, and on the machine after it was taken down
 */

/** @typedef {'root' | 'runner'} User */

/** @typedef {Omit<import('../examples/check-example.mjs').CheckedExample, 'output'>} Row */

/**
 * Brings a cell up, runs the core end-to-end tests and every example in it as root and every example as a hosted runner's user,
 * takes it down, and looks for what is left.
 * @param {import('./cells.mjs').Cell} cell
 * @param {readonly User[]} [users] who runs the examples
 * @returns {Promise<CellResult>}
 */
export async function runCell(cell, users = ['root', 'runner']) {
  const start = Date.now();
  say(`engines: ${cell.name}`);
  const { up, down } = await backendOf(cell);
  /** @type {Omit<CellResult, 'left'>} */
  let seen;
  /** @type {string[]} */
  let left;
  try {
    const place = await up();
    seen = { cell: cell.name, date: new Date().toISOString().slice(0, 10), ...(await seenIn(cell, place, users)) };
    left = await inside(place, 'root', ['left']);
  } finally {
    await down();
  }
  const result = { ...seen, left: [...left, ...(await down())] };
  say(`engines: ${cell.name} took ${secondsSince(start)}`);
  return result;
}

/** A guest has no test tools. @type {CellResult['tests']} */
const NO_TESTS = { passed: 0, failed: 0, skipped: 0, failures: [], seconds: 0 };

/** @param {import('./cells.mjs').Cell} cell */
function leftOut(cell) {
  return cell.where === 'native' && cell.kind === 'podman' ? [allBut(NOT_ON_PODMAN)] : [];
}

/** @param {import('./cells.mjs').Cell} cell @param {import('./backends.mjs').Place} place @param {readonly User[]} users */
async function seenIn(cell, place, users) {
  const isGuest = cell.where === 'guest';
  const facts = await inside(place, 'root', ['facts']);
  /** @type {CellResult['examples']} */
  const examples = { root: [], runner: [] };
  for (const user of users) examples[user] = await inside(place, user, ['examples', ...(isGuest ? cell.examples : [])]);
  return { facts, examples, tests: isGuest ? NO_TESTS : await inside(place, 'root', ['tests', ...leftOut(cell)]) };
}

/**
 * @param {import('./backends.mjs').Place} place
 * @param {User} user
 * @param {string[]} words of inside.mjs
 */
async function inside(place, user, words) {
  say(`engines: ${words.join(' ')} as ${user}`);
  const { code, stdout } = await place.run(user, ['node', 'scripts/engines/inside.mjs', ...words]);
  if (code !== 0)
    throw new SetupFailure(`inside.mjs ${words.join(' ')} as ${user} ended with ${code}; its message is above.`);
  return JSON.parse(stdout);
}
