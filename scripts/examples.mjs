#!/usr/bin/env node
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkExample } from './examples/check-example.mjs';
import { labTable } from './examples/lab-table.mjs';
import { examplePolicies } from './examples/policies.mjs';
import { ensureAll } from './setup/ensure-all.mjs';
import { runScript } from './setup/failure.mjs';

/**
 * Checks every example for real and prints what it got beside what it must get; then what the Samba lab found by hand beside what
 * is measured. `npm run examples -- samba ping`: only those whose name begins so, without the lab's table unless samba is among them.
 */
async function main() {
  const engine = await ensureAll();
  const wanted = process.argv.slice(2);
  const chosen = examplePolicies().filter(
    ({ name }) => wanted.length === 0 || wanted.some((one) => name.startsWith(one)),
  );
  if (chosen.length === 0) {
    console.error(`no example begins with ${wanted.join(' or ')}.`);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'tightfit-examples-'));
  try {
    print(['example', 'expected', 'actual', 'looseness', 'time'], '');
    let wrong = 0;
    for (const example of chosen) wrong += (await showOne(example, engine)) ? 0 : 1;
    console.log(`${chosen.length} examples, ${wrong} with another verdict than they must get`);
    const table = chosen.some(({ name }) => name === 'samba') ? await labTable({ engine, folder }) : true;
    return wrong === 0 && table ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {import('./examples/policies.mjs').Example} example
 * @param {string} engine
 */
async function showOne(example, engine) {
  const { name, expected, actual, looseness, seconds, output } = await checkExample(example, engine);
  const right = actual === expected;
  print([name, expected, actual, looseness, `${seconds.toFixed(1)} s`], right ? '' : 'DIFFERS');
  if (!right) console.log(output.replace(/^/gm, '    '));
  return right;
}

const WIDTHS = [38, 10, 10, 12, 8];

/**
 * @param {string[]} cells
 * @param {string} remark
 */
function print(cells, remark) {
  console.log(`${cells.map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0)).join(' ')} ${remark}`.trimEnd());
}

await runScript(main);
