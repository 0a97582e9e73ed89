#!/usr/bin/env node
import { backendOf } from './engines/backends.mjs';
import { CELLS } from './engines/cells.mjs';
import { runCell, writeResult } from './engines/run-cell.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { runScript } from './setup/failure.mjs';
import { ensureTestTools } from './setup/test-tools.mjs';

const USAGE = 'usage: npm run engines -- [CELL…] | --list | --up CELL | --down CELL';

/** @type {Record<string, (cells: import('./engines/cells.mjs').Cell[]) => Promise<number>>} */
const COMMANDS = { '--run': run, '--list': list, '--up': bringUp, '--down': takeDown };

/** No name: every cell that is had beside the machine's own engine. @param {import('./engines/cells.mjs').Cell[]} cells */
async function run(cells) {
  await ensureDependencies();
  await ensureTestTools();
  const chosen = cells.length > 0 ? cells : CELLS.filter(({ where }) => where === 'native');
  for (const cell of chosen) writeResult(await runCell(cell));
  return 0;
}

async function list() {
  for (const { name } of CELLS) console.log(name);
  return 0;
}

/** Leaves the cells running: what is printed is to be read by a shell. @param {import('./engines/cells.mjs').Cell[]} cells */
async function bringUp(cells) {
  for (const cell of cells) {
    const { shown } = await (await backendOf(cell)).up();
    for (const [name, value] of Object.entries(shown)) console.log(`${name}=${value}`);
  }
  return 0;
}

/** @param {import('./engines/cells.mjs').Cell[]} cells */
async function takeDown(cells) {
  for (const cell of cells) await (await backendOf(cell)).down();
  return 0;
}

async function main() {
  const words = process.argv.slice(2);
  const [command, names] = words[0]?.startsWith('--') ? [words[0], words.slice(1)] : ['--run', words];
  const perform = COMMANDS[command];
  if (perform === undefined) {
    console.error(USAGE);
    return 2;
  }
  const unknown = names.find((name) => CELLS.every((cell) => cell.name !== name));
  if (unknown !== undefined) {
    console.error(`unknown cell "${unknown}". "npm run engines -- --list" prints their names.`);
    return 2;
  }
  return perform(CELLS.filter(({ name }) => names.includes(name)));
}

await runScript(main);
