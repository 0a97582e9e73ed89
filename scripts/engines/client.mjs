import { join } from 'node:path';
import { ROOT } from '../setup/root.mjs';
import { RUNNER } from './runner.mjs';

const SCRIPT = join(ROOT, 'scripts/engines/client.sh');

/**
 * @typedef {object} Client who uses an engine on this machine
 * @property {string} shared a folder for the time of the run
 * @property {number} group the group that may open the engine's socket
 * @property {string} [tree] whose Docker CLI is used; none: the machine's
 * @property {number} [networkPid] a process in the network to be in; none: the host's network
 */

/**
 * The program and the words that run a command as a user of an engine; see client.sh.
 * @param {Client} client
 * @param {'root' | 'runner'} user
 * @param {string[]} words
 * @returns {[string, string[]]}
 */
export function clientCommand({ shared, group, tree = '', networkPid = 0 }, user, words) {
  const uid = user === 'root' ? 0 : RUNNER;
  return [SCRIPT, [tree, shared, String(networkPid), String(uid), String(group), ...words]];
}
