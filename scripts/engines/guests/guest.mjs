import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDisk } from './disk.mjs';
import { boot, inGuest, isRunning, powerOff } from './machine.mjs';
import { bringPayload } from './payload.mjs';
import { folderOf } from './places.mjs';

/**
 * Starts a virtual machine with an engine, a kernel and an init of its own, with the product and the images of its examples in it.
 * @param {import('../cells.mjs').GuestCell} cell
 * @returns {Promise<import('../backends.mjs').Place>}
 */
export async function up(cell) {
  if (!isRunning(cell)) {
    await ensureDisk(cell);
    await boot(cell);
    await bringPayload(cell.examples);
  }
  return {
    shown: { GUEST: folderOf(cell) },
    run: (user, words) => inGuest(user, `cd tightfit && ${ENVIRONMENT} ${words.map(quoted).join(' ')}`),
  };
}

/** Emulated, everything takes 10 to 30 times as long. */
const ENVIRONMENT = 'DOCKER_HOST=unix:///var/run/docker.sock TIGHTFIT_EXAMPLE_TIMEOUT=3600';

/** @param {string} word */
function quoted(word) {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/**
 * Powers the guest off. Its disk stays, so that the next start is faster.
 * @param {import('../cells.mjs').GuestCell} cell
 * @returns {Promise<string[]>} what is left of the run
 */
export async function down(cell) {
  await powerOff(cell);
  const files = ['run.qcow2', 'pid'].map((name) => join(folderOf(cell), name));
  return files.filter((file) => existsSync(file));
}
