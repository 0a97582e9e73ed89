import { readFileSync } from 'node:fs';

/**
 * The command that a cell's engine is started with, inside its root.
 * @param {import('./cells.mjs').NativeCell} cell
 */
export function engineCommand({ kind, rootless }) {
  const socket = 'unix:///run/shared/engine.sock';
  if (kind === 'podman') return ['podman', 'system', 'service', '--time=0', socket];
  const dockerd = rootless ? '/usr/share/docker.io/contrib/dockerd-rootless.sh' : 'dockerd';
  return [dockerd, '--host', socket, '--data-root', '/engine-data', '--config-file', '/etc/docker/daemon.json'];
}

/**
 * The configuration a cell's engine reads, by path below its root.
 * @param {import('./cells.mjs').NativeCell} cell
 * @returns {Record<string, string>}
 */
export function engineFiles({ kind, rootless, runtime, config }) {
  if (kind === 'docker') return { 'etc/docker/daemon.json': JSON.stringify(config) };
  return {
    'etc/containers/containers.conf': [
      '[containers]',
      `default_ulimits = ${JSON.stringify(loweredLimits())}`,
      '[engine]',
      `runtime = "${runtime}"`,
      // There is no systemd to ask for a cgroup, and no journal.
      'cgroup_manager = "cgroupfs"',
      'events_logger = "file"',
      '',
    ].join('\n'),
    'etc/containers/storage.conf': [
      '[storage]',
      'driver = "overlay"',
      'graphroot = "/engine-data/storage"',
      ...(rootless ? [] : ['runroot = "/run/containers/storage"']),
      '',
    ].join('\n'),
  };
}

/** https://github.com/containers/buildah/blob/v1.43.0/define/types.go, RLimitDefaultValue */
const BUILD_LIMIT = 1_048_576;

/**
 * Builds ask for more open files and processes than some virtual machines give: there root has no CAP_SYS_RESOURCE to raise a
 * limit with. Those limits are then asked for that are there.
 */
function loweredLimits() {
  const limits = readFileSync('/proc/self/limits', 'utf8');
  return [
    ['nofile', /^Max open files +\S+ +(\d+)/m],
    ['nproc', /^Max processes +\S+ +(\d+)/m],
  ].flatMap(([name, pattern]) => {
    const hard = Number(RegExp(pattern).exec(limits)?.[1] ?? Infinity);
    return hard < BUILD_LIMIT ? [`${name}=${hard}:${hard}`] : [];
  });
}
