#!/usr/bin/env node
import { CELLS } from './engines/cells.mjs';
import { down, up } from './engines/native.mjs';
import { runScript } from './setup/failure.mjs';

const USAGE = 'usage: npm run engines -- [CELL…] | --list | --up CELL | --down CELL';

/** @type {Record<string, (cells: import('./engines/cells.mjs').Cell[]) => Promise<number>>} */
const COMMANDS = { '--list': list, '--up': bringUp, '--down': takeDown };

async function list() {
  for (const { name } of CELLS) console.log(name);
  return 0;
}

/** Leaves the cells running: what is printed is to be read by a shell. @param {import('./engines/cells.mjs').Cell[]} cells */
async function bringUp(cells) {
  for (const cell of cells) {
    const { dockerHost, enginePid, networkPid } = await up(cell);
    console.log(`DOCKER_HOST=${dockerHost}\nENGINE_PID=${enginePid}\nNETWORK_PID=${networkPid ?? ''}`);
  }
  return 0;
}

/** @param {import('./engines/cells.mjs').Cell[]} cells */
async function takeDown(cells) {
  for (const cell of cells) await down(cell);
  return 0;
}

async function main() {
  const words = process.argv.slice(2);
  const [command, names] = words[0]?.startsWith('--') ? [words[0], words.slice(1)] : ['--run', words];
  const run = COMMANDS[command];
  if (run === undefined) {
    console.error(USAGE);
    return 2;
  }
  const unknown = names.find((name) => CELLS.every((cell) => cell.name !== name));
  if (unknown !== undefined) {
    console.error(`unknown cell "${unknown}". "npm run engines -- --list" prints their names.`);
    return 2;
  }
  return run(CELLS.filter(({ name }) => names.includes(name)));
}

await runScript(main);
