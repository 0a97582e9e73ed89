#!/usr/bin/env node
import { backendOf } from './engines/backends.mjs';
import { CELLS } from './engines/cells.mjs';
import { DIFFERENCES } from './engines/differences.mjs';
import { unexplained } from './engines/page.mjs';
import { writePage, writeResult } from './engines/results.mjs';
import { runCell } from './engines/run-cell.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { runScript } from './setup/failure.mjs';
import { ensureTestTools } from './setup/test-tools.mjs';

const USAGE = 'usage: npm run engines -- [CELL…] | --list | --page | --count CELL | --up CELL | --down CELL';

/** @type {Record<string, (cells: import('./engines/cells.mjs').Cell[]) => Promise<number>>} */
const COMMANDS = {
  '--run': run,
  '--list': list,
  '--page': writeDocument,
  '--count': count,
  '--up': bringUp,
  '--down': takeDown,
};

/** No name: every cell that is had beside the machine's own engine. @param {import('./engines/cells.mjs').Cell[]} cells */
async function run(cells) {
  await ensureDependencies();
  await ensureTestTools();
  const chosen = cells.length > 0 ? cells : CELLS.filter(({ where }) => where !== 'guest');
  let wrong = 0;
  for (const cell of chosen) {
    const result = await runCell(cell);
    writeResult(result);
    writePage();
    const lines = unexplained(result, DIFFERENCES);
    wrong += lines.length;
    const { engine, runtime, storage } = result.facts;
    console.log(`${cell.name}: ${engine}, ${runtime}, ${storage}`);
    console.log(
      `${cell.name}: ${lines.length === 0 ? 'as it must be' : `${lines.length} differences without a reason`}`,
    );
    for (const line of lines) console.log(`  ${line}`);
  }
  return wrong === 0 ? 0 : 1;
}

/** Runs cells as root and prints the counts, an example as one test, for a program to read. @param {import('./engines/cells.mjs').Cell[]} cells */
async function count(cells) {
  await ensureDependencies();
  await ensureTestTools();
  for (const cell of cells) {
    const result = await runCell(cell, ['root']);
    const failures = unexplained(result, DIFFERENCES);
    for (const line of failures) console.error(`  ${cell.name}: ${line}`);
    const right = result.examples.root.filter(({ expected, actual }) => expected === actual).length;
    const all = result.tests.passed + result.tests.failed + result.tests.skipped + result.examples.root.length;
    const [passed, failed] = [result.tests.passed + right, failures.length];
    const counts = { passed, failed, skipped: Math.max(0, all - passed - failed), failures };
    console.log(JSON.stringify(counts));
  }
  return 0;
}

/** Writes docs/engines.md anew from the results that there are. */
async function writeDocument() {
  writePage();
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
