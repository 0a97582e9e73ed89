#!/usr/bin/env node
import { appendFileSync } from 'node:fs';
import { SECOND_ENGINE, testOnSecondEngine } from './engines/second-engine.mjs';
import { ensureAll } from './setup/ensure-all.mjs';
import { runScript } from './setup/failure.mjs';
import { runJestProject } from './setup/jest.mjs';
import { ensureNode24 } from './setup/node-24.mjs';
import { secondsSince } from './setup/progress.mjs';
import { ensureTestTools } from './setup/test-tools.mjs';

/**
 * Arguments are passed on to jest, `npm test -- -t samba`, and then the machine's own engine is the only one.
 * TIGHTFIT_COUNTS names a file that gets "passed failed" on one line, for .ci/run, where a second engine has to be had.
 */
async function main() {
  const start = Date.now();
  const engine = await ensureAll();
  await ensureTestTools();
  await ensureNode24();
  const args = process.argv.slice(2);
  const unit = await runJestProject('unit', args, { DOCKER_HOST: engine });
  const e2e = await runJestProject('e2e', args, { DOCKER_HOST: engine });
  const second = args.length === 0 ? await secondEngine() : NONE;
  const all = [unit, e2e, second];
  const passed = sum(all.map((one) => one.passed));
  const skipped = sum(all.map((one) => one.skipped));
  const failed = sum(all.map((one) => one.failed));
  console.log(`unit: ${describe(unit)}`);
  console.log(`e2e:  ${describe(e2e)}`);
  if (second !== NONE) console.log(`${SECOND_ENGINE}: ${describe(second)}, each example as one`);
  console.log(`tests: ${describe({ passed, failed, skipped })} in ${secondsSince(start)} on ${engine}`);
  if (process.env.TIGHTFIT_COUNTS) appendFileSync(process.env.TIGHTFIT_COUNTS, `${passed} ${failed}\n`);
  if (passed + failed === 0) console.error('no test ran: nothing was shown');
  return failed === 0 && passed > 0 ? 0 : 1;
}

const NONE = { passed: 0, failed: 0, skipped: 0 };

/** A contributor may be without a second engine, CI may not. */
async function secondEngine() {
  const counts = await testOnSecondEngine();
  if (typeof counts !== 'string') return counts;
  const isDemanded = Boolean(process.env.TIGHTFIT_COUNTS);
  console.error(`${SECOND_ENGINE}: not run: ${counts}${isDemanded ? ', which CI demands' : ''}`);
  return isDemanded ? { ...NONE, failed: 1 } : NONE;
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** @param {Pick<import('./setup/jest.mjs').Counts, 'passed' | 'failed' | 'skipped'>} counts */
function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} not run` : ''}`;
}

await runScript(main);
