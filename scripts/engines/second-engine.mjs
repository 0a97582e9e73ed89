import { canInstall } from '../setup/apt.mjs';
import { captureOutput, findCommand } from '../setup/command.mjs';
import { ROOT } from '../setup/root.mjs';

/** The engine that the tests are run on beside the machine's own: the newest one there is, as a fresh installation has it. */
export const SECOND_ENGINE = 'docker-28-containerd';

/**
 * Runs the core end-to-end tests and every example on the second engine.
 * @returns {Promise<import('../setup/jest.mjs').Counts | string>} an example counts as a test, one that
 *   differs for a known reason as skipped; or why there is no second engine here
 */
export async function testOnSecondEngine() {
  const become = becomeRoot();
  if (become === null) return 'an engine of its own needs Linux, root (or sudo without a password) and apt-get';
  const words = [...become, process.execPath, 'scripts/engines.mjs', '--count', SECOND_ENGINE];
  const { code, stdout } = await captureOutput(words[0] ?? '', words.slice(1), { cwd: ROOT });
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  return last.startsWith('{') ? JSON.parse(last) : `it could not be set up (exit code ${code}); the reason is above`;
}

/** The words that a command for root begins with; null where it cannot be had. */
function becomeRoot() {
  if (process.platform !== 'linux') return null;
  if (canInstall()) return [];
  if (process.getuid?.() === 0 || findCommand('sudo') === undefined || findCommand('apt-get') === undefined)
    return null;
  return ['sudo', '-n', 'env', `PATH=${process.env.PATH ?? ''}`];
}
