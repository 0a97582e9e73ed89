import { mkdirSync, rmSync, statSync } from 'node:fs';
import { captureOutput } from '../setup/command.mjs';
import { ensureAll } from '../setup/ensure-all.mjs';
import { ROOT } from '../setup/root.mjs';
import { clientCommand } from './client.mjs';
import { sharedOf } from './places.mjs';

/**
 * The engine that the machine has, or that the set-up makes.
 * @param {import('./cells.mjs').OwnCell} cell
 * @returns {Promise<import('./backends.mjs').Place>}
 */
export async function up(cell) {
  const address = await ensureAll();
  mkdirSync(sharedOf(cell), { recursive: true });
  const env = { DOCKER_HOST: address };
  const client = { shared: sharedOf(cell), group: groupOf(address) };
  return {
    shown: env,
    run: (user, words) => captureOutput(...clientCommand(client, user, words), { cwd: ROOT, env }),
  };
}

/** @param {string} address */
function groupOf(address) {
  return address.startsWith('unix://') ? statSync(address.slice('unix://'.length)).gid : 0;
}

/** The engine goes on: it is the machine's. @param {import('./cells.mjs').OwnCell} cell @returns {Promise<string[]>} */
export function down(cell) {
  rmSync(sharedOf(cell), { recursive: true, force: true });
  return Promise.resolve([]);
}
