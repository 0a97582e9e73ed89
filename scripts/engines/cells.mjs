/**
 * @typedef {object} NativeCell an engine of another suite beside the machine's own, on the machine's own kernel
 * @property {string} name
 * @property {'native'} where
 * @property {'docker' | 'podman'} kind
 * @property {Suite} suite the Debian suite that its packages come from
 * @property {boolean} rootless run by an ordinary user, in a user namespace of its own
 * @property {'crun' | 'runc'} runtime
 * @property {Record<string, unknown>} config more of Docker's daemon.json
 */

/** @typedef {'trixie' | 'forky'} Suite */

/**
 * @typedef {object} OwnCell the engine that the machine has
 * @property {string} name
 * @property {'own'} where
 */

/** @typedef {NativeCell | OwnCell} Cell */

/** @type {(name: string, suite: Suite, more?: Partial<NativeCell>) => NativeCell} */
function docker(name, suite, more = {}) {
  return { name, suite, where: 'native', kind: 'docker', rootless: false, runtime: 'runc', config: {}, ...more };
}

/** @type {(name: string, suite: Suite, runtime: 'crun' | 'runc') => NativeCell[]} */
function podman(name, suite, runtime) {
  const rootful = /** @type {const} */ ({ name, suite, runtime, where: 'native', kind: 'podman', config: {} });
  return [
    { ...rootful, rootless: false },
    { ...rootful, name: `${name}-rootless`, rootless: true },
  ];
}

/** Every engine that the end-to-end tests and the examples are run on. To add one is to add an entry. */
export const CELLS = /** @type {readonly Cell[]} */ ([
  { name: 'own', where: 'own' },
  docker('docker-26', 'trixie'),
  docker('docker-26-rootless', 'trixie', { rootless: true }),
  docker('docker-28', 'forky'),
  docker('docker-28-containerd', 'forky', { config: { features: { 'containerd-snapshotter': true } } }),
  docker('docker-28-rootless', 'forky', { rootless: true }),
  docker('docker-28-userns-remap', 'forky', { config: { 'userns-remap': 'default' } }),
  ...podman('podman-5.4-crun', 'trixie', 'crun'),
  ...podman('podman-5.4-runc', 'trixie', 'runc'),
  ...podman('podman-5.8-crun', 'forky', 'crun'),
  ...podman('podman-5.8-runc', 'forky', 'runc'),
]);
