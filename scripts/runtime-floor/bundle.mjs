import { cgroupOf } from './cgroups.mjs';

/** Docker's, as `docker run` gives them. */
const CAPABILITIES = [
  ...['CHOWN', 'DAC_OVERRIDE', 'FSETID', 'FOWNER', 'MKNOD', 'NET_RAW', 'SETGID', 'SETUID', 'SETFCAP', 'SETPCAP'],
  ...['NET_BIND_SERVICE', 'SYS_CHROOT', 'KILL', 'AUDIT_WRITE'],
].map((name) => `CAP_${name}`);

/** Root with Docker's capabilities, and somebody with none. */
export const USERS = [
  { uid: 0, capabilities: CAPABILITIES },
  { uid: 1000, capabilities: [] },
];

const MOUNTS = [
  ['proc', '/proc', 'nosuid noexec nodev'],
  ['tmpfs', '/dev', 'nosuid strictatime mode=755 size=65536k'],
  ['devpts', '/dev/pts', 'nosuid noexec newinstance ptmxmode=0666 mode=0620'],
  ['sysfs', '/sys', 'nosuid noexec nodev ro'],
  ['mqueue', '/dev/mqueue', 'nosuid noexec nodev'],
  ['tmpfs', '/dev/shm', 'nosuid noexec nodev mode=1777 size=65536k'],
];

/**
 * What a container is started with, as Docker writes it for `docker run` without a terminal.
 * @typedef {object} Start
 * @property {(typeof USERS)[number]} user
 * @property {boolean} noNewPrivileges
 * @property {object} seccomp in the form of the OCI runtime specification
 */

/** @param {Start} start @param {string} id @param {string} [program] */
export function bundleConfig({ user, noNewPrivileges, seccomp }, id, program = '/pause') {
  return {
    ociVersion: '1.0.2',
    process: processOf({ user, noNewPrivileges }, program),
    root: { path: '/floor/rootfs' },
    hostname: id,
    mounts: MOUNTS.map(([type = '', destination, options = '']) => ({
      type,
      source: type,
      destination,
      options: options.split(' '),
    })),
    linux: {
      cgroupsPath: cgroupOf(id),
      namespaces: ['pid', 'ipc', 'uts', 'mount', 'network'].map((type) => ({ type })),
      maskedPaths: ['/proc/kcore', '/proc/keys', '/sys/firmware'],
      readonlyPaths: ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'],
      resources: { devices: [{ allow: false, access: 'rwm' }] },
      seccomp,
    },
  };
}

/** @param {Pick<Start, 'user' | 'noNewPrivileges'>} start @param {string} program */
export function processOf({ user, noNewPrivileges }, program) {
  const { uid, capabilities } = user;
  const held = uid === 0 ? capabilities : [];
  return {
    terminal: false,
    user: { uid, gid: uid, additionalGids: uid === 0 ? [] : [2000] },
    args: [program],
    env: ['PATH=/'],
    cwd: '/',
    capabilities: { bounding: capabilities, effective: held, permitted: held },
    noNewPrivileges,
    oomScoreAdj: 0,
  };
}
