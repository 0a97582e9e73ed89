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

/**
 * @typedef {object} GuestCell a virtual machine with a kernel and an init of its own; run when it is named, not with all others
 * @property {string} name
 * @property {'guest'} where
 * @property {'bookworm' | Suite} suite
 * @property {string[]} packages besides those that every guest has
 * @property {string[]} examples those that are run: where it is emulated, each takes minutes
 */

/** @typedef {NativeCell | OwnCell | GuestCell} Cell */

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

/** @type {(name: string, suite: GuestCell['suite'], packages: string[]) => GuestCell} */
function guest(name, suite, packages) {
  const examples = ['actions', 'limits', 'namespaces', 'nginx', 'ping', 'redis'];
  return { name, suite, where: 'guest', packages, examples };
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
  guest('guest-debian-12', 'bookworm', []),
  guest('guest-debian-13', 'trixie', ['docker-cli', 'docker-buildx']),
  guest('guest-forky', 'forky', ['docker-cli', 'docker-buildx', 'podman', 'crun']),
]);
