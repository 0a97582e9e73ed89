/** What is kept between runs: trees, caches, data of engines. */
export const STATE = '/var/lib/tightfit/engines';

/** What lives as long as a cell is up: its socket, its logs, who runs it. */
export const RUN = '/run/tightfit/engines';

/** @param {string} suite */
export function treeOf(suite) {
  return `${STATE}/${suite}`;
}

/** @param {{ name: string }} cell */
export function stateOf({ name }) {
  return `${STATE}/cells/${name}`;
}

/** @param {{ name: string }} cell */
export function sharedOf({ name }) {
  return `${RUN}/${name}`;
}
