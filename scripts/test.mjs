#!/usr/bin/env node
import { appendFileSync } from 'node:fs';
import { ensureAll } from './setup/ensure-all.mjs';
import { runScript } from './setup/failure.mjs';
import { runJestProject } from './setup/jest.mjs';
import { ensureNode24 } from './setup/node-24.mjs';
import { secondsSince } from './setup/progress.mjs';
import { ensureTestTools } from './setup/test-tools.mjs';

/**
 * Arguments are passed on to jest: `npm test -- -t samba`.
 * TIGHTFIT_COUNTS names a file that gets "passed failed" on one line, for .ci/run.
 */
async function main() {
  const start = Date.now();
  const engine = await ensureAll();
  await ensureTestTools();
  await ensureNode24();
  const args = process.argv.slice(2);
  const unit = await runJestProject('unit', args, { DOCKER_HOST: engine });
  const e2e = await runJestProject('e2e', args, { DOCKER_HOST: engine });
  const passed = unit.passed + e2e.passed;
  const skipped = unit.skipped + e2e.skipped;
  const failed = unit.failed + e2e.failed;
  console.log(`unit: ${describe(unit)}`);
  console.log(`e2e:  ${describe(e2e)}`);
  console.log(`tests: ${describe({ passed, failed, skipped })} in ${secondsSince(start)} on ${engine}`);
  if (process.env.TIGHTFIT_COUNTS) appendFileSync(process.env.TIGHTFIT_COUNTS, `${passed} ${failed}\n`);
  if (passed + failed === 0) console.error('no test ran: nothing was shown');
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** @param {import('./setup/jest.mjs').Counts} counts */
function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} not run` : ''}`;
}

await runScript(main);
