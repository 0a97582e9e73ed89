import { existsSync } from 'node:fs';
import { canInstall, installPackages } from './apt.mjs';
import { findCommand } from './command.mjs';
import { say } from './progress.mjs';

/** What the end-to-end tests compile, trace, become another user and look at pages with: [package, whether it is there]. */
const TOOLS = /** @type {const} */ ([
  ['gcc', () => findCommand('gcc') !== undefined],
  ['libc6-dev', () => existsSync('/usr/include/stdio.h')],
  ['strace', () => findCommand('strace') !== undefined],
  ['sudo', () => findCommand('sudo') !== undefined],
  ['chromium', () => findCommand('chromium') !== undefined],
]);

/** Makes sure the tools of the tests are installed; where they cannot be, the tests that need them say so. */
export async function ensureTestTools() {
  const missing = TOOLS.filter(([, isThere]) => !isThere()).map(([name]) => name);
  if (missing.length === 0) return;
  if (canInstall()) await installPackages(missing);
  else say(`tests: not installed here: ${missing.join(', ')}; tests that need them will fail`);
}
