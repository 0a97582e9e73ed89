import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { passThrough } from './command.mjs';
import { SetupFailure } from './failure.mjs';
import { say, secondsSince } from './progress.mjs';
import { ROOT } from './root.mjs';

/**
 * Runs `npm ci` where node_modules is missing, was left half made, or is not what the lock file asks for.
 * @throws {SetupFailure} when npm fails
 */
export async function ensureDependencies() {
  if (areInstalled()) return;
  const start = Date.now();
  say('dependencies: npm ci (fills node_modules)');
  // npm's report goes to stderr, as all progress does.
  const code = await passThrough('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdout: 'stderr',
  });
  if (code !== 0) throw new SetupFailure(`npm ci ended with ${code}; its own message is above.`);
  say(`dependencies: installed in ${secondsSince(start)}`);
}

/** npm writes node_modules/.package-lock.json last, with what it installed. */
function areInstalled() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const present = packagesOf(installed);
  return Object.entries(packagesOf(join(ROOT, 'package-lock.json'))).every(
    ([path, wanted]) => path === '' || wanted.optional === true || present[path]?.version === wanted.version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
