import { existsSync, readFileSync } from 'node:fs';
import { arch, release } from 'node:os';
import { capture } from '../setup/command.mjs';

/**
 * @typedef {object} Facts what the engine that DOCKER_HOST names and its machine say of themselves
 * @property {string} engine
 * @property {string} runtime
 * @property {string} client the CLI and buildx that images are built with
 * @property {string} storage
 * @property {string} kernel
 * @property {string} architecture
 * @property {string} cgroup
 * @property {string} security the security options of the engine, and the security modules of the kernel
 */

/** @returns {Promise<Facts>} */
export async function facts() {
  const version = JSON.parse(await docker(['version', '--format', '{{json .}}']));
  const info = JSON.parse(await docker(['info', '--format', '{{json .}}']));
  const buildx = /v?(\d+\.\d+\.\d+)/.exec(await docker(['buildx', 'version']))?.[1];
  return {
    engine: engineOf(version.Server),
    runtime: runtimeOf(version.Server),
    client: `docker ${version.Client.Version}${buildx === undefined ? '' : `, buildx ${buildx}`}`,
    storage: storageOf(info),
    kernel: release(),
    architecture: arch(),
    cgroup: `v${info.CgroupVersion}, ${info.CgroupDriver === 'none' ? 'no limits' : info.CgroupDriver}`,
    security: [...securityOf(info), `kernel: ${kernelModules()}`].join('; '),
  };
}

/** @param {string[]} words */
async function docker(words) {
  return (await capture('docker', words)).stdout;
}

/** @param {{ Version: string, Components?: { Name: string, Version: string }[] }} server */
function engineOf({ Version, Components = [] }) {
  const isPodman = Components.some(({ Name }) => Name === 'Podman Engine');
  const containerd = Components.find(({ Name }) => Name === 'containerd')?.Version;
  return `${isPodman ? 'Podman' : 'Docker'} ${Version}${containerd === undefined ? '' : `, containerd ${containerd}`}`;
}

/**
 * Docker names its runtime, Podman has a component of that name that quotes what the runtime prints of itself.
 * @param {{ Components?: { Name: string, Version: string }[] }} server
 */
function runtimeOf({ Components = [] }) {
  const runtime = Components.find(({ Name }) => Name === 'runc' || Name.startsWith('OCI Runtime'));
  if (runtime === undefined) return 'unknown';
  const [, name = 'runc', version] = /^(?:(\w+) version )?v?([\w.~+-]+)/.exec(runtime.Version) ?? [];
  return `${name} ${version ?? runtime.Version}`;
}

/** @param {{ Driver: string, DriverStatus?: [string, string][] | null }} info */
function storageOf({ Driver, DriverStatus }) {
  const isContainerd = (DriverStatus ?? []).some(([, value]) => value === 'io.containerd.snapshotter.v1');
  return isContainerd ? `${Driver}, containerd image store` : Driver;
}

/** @param {{ SecurityOptions?: string[] | null }} info */
function securityOf({ SecurityOptions }) {
  return (SecurityOptions ?? []).map((option) => option.replace(/^name=/, '').split(',')[0] ?? '');
}

function kernelModules() {
  const file = '/sys/kernel/security/lsm';
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : 'security modules unknown, securityfs is not mounted';
}
