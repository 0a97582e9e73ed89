import { existsSync, mkdirSync } from 'node:fs';
import { installPackages } from '../../setup/apt.mjs';
import { capture, findCommand, lastLines } from '../../setup/command.mjs';
import { SetupFailure } from '../../setup/failure.mjs';
import { GUESTS, KEY } from './places.mjs';

/** A command of each package that guests are made and run with. */
const TOOLS = {
  mmdebstrap: 'mmdebstrap',
  'qemu-system-x86_64': 'qemu-system-x86',
  'qemu-img': 'qemu-utils',
  ssh: 'openssh-client',
  mke2fs: 'e2fsprogs',
};

/** Installs what is missing, and makes the key that opens the guests. */
export async function ensureTools() {
  const missing = Object.entries(TOOLS).filter(([command]) => findCommand(command) === undefined);
  if (missing.length > 0) await installPackages(missing.map(([, name]) => name));
  mkdirSync(GUESTS, { recursive: true });
  if (!existsSync(KEY)) await must('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', KEY]);
}

/**
 * Runs a command that has to succeed.
 * @param {string} command
 * @param {string[]} words
 * @param {Parameters<typeof capture>[2]} [options]
 * @throws {SetupFailure} with the end of what it said
 */
export async function must(command, words, options = {}) {
  const { code, stdout, stderr } = await capture(command, words, options);
  if (code !== 0) throw new SetupFailure(`${command} ended with ${code}: ${lastLines(stderr, 10)}`);
  return stdout;
}
