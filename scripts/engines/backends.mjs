/**
 * @typedef {object} Place a cell that is up
 * @property {Record<string, string>} shown what `--up` prints for a shell
 * @property {(user: 'root' | 'runner', words: string[]) => Promise<import('../setup/command.mjs').CommandResult>} run
 *   a command in the repository's folder there, with DOCKER_HOST of the cell; stderr is shown at once
 */

/**
 * @typedef {object} Backend how cells of one sort are had
 * @property {(cell: never) => Promise<Place>} up starts it with the base image loaded, or finds it running
 * @property {(cell: never) => Promise<string[]>} down stops it; what is left of it on this machine, empty when nothing is
 */

/** By where a cell runs; loaded when one is asked for. @type {Record<import('./cells.mjs').Cell['where'], () => Promise<Backend>>} */
export const BACKENDS = {
  own: () => import('./own.mjs'),
  native: () => import('./native.mjs'),
  guest: () => import('./guests/guest.mjs'),
};

/**
 * @param {import('./cells.mjs').Cell} cell
 * @returns {Promise<{ up: () => Promise<Place>, down: () => Promise<string[]> }>}
 */
export async function backendOf(cell) {
  const { up, down } = await BACKENDS[cell.where]();
  const one = /** @type {never} */ (cell);
  return { up: () => up(one), down: () => down(one) };
}
