import { capture, findCommand, lastLines } from './command.mjs';
import { SetupFailure } from './failure.mjs';
import { say, secondsSince } from './progress.mjs';
import { withoutServiceStarts } from './service-guard.mjs';

const OPTIONS = ['-q', '-y', '-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=3'];

/** Whether this process may install packages: root on a machine with apt. */
export function canInstall() {
  return process.getuid?.() === 0 && findCommand('apt-get') !== undefined;
}

/**
 * Installs packages without recommended ones and without letting any of them start a service.
 * @param {string[]} packages
 * @throws {SetupFailure} with the end of apt's output
 */
export async function installPackages(packages) {
  const start = Date.now();
  say(`installing ${packages.join(', ')} with apt-get (no service is started by it)`);
  await withoutServiceStarts(async () => {
    await apt(['update']);
    await apt(['install', '--no-install-recommends', ...packages]);
  });
  say(`installed ${packages.join(', ')} in ${secondsSince(start)}`);
}

/**
 * Those of `packages` that the distribution offers (names differ between releases).
 * @param {string[]} packages
 */
export async function offeredPackages(packages) {
  const answers = await Promise.all(packages.map((name) => capture('apt-cache', ['show', name])));
  return packages.filter((_, index) => answers[index]?.code === 0);
}

/** @param {string[]} args */
async function apt(args) {
  const { code, stdout, stderr } = await capture('apt-get', [...OPTIONS, ...args], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code === 0) return;
  const shown = lastLines(`${stdout}\n${stderr}`, 30);
  throw new SetupFailure(`apt-get ${args.join(' ')} ended with ${code}. The end of its output:\n${shown}`);
}
