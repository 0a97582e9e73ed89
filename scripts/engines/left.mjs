import { readdirSync, readlinkSync } from 'node:fs';
import { capture } from '../setup/command.mjs';

const INSTANCES = '/sys/kernel/tracing/instances';

/** What every engine has by itself. */
const OWN_NETWORKS = ['bridge', 'host', 'none', 'podman'];

/**
 * What runs left on the engine that DOCKER_HOST names and in the kernel; empty when there is nothing.
 * @returns {Promise<string[]>}
 */
export async function leftOnEngine() {
  const containers = await docker(['ps', '--all', '--format', '{{.Names}}']);
  const networks = await docker(['network', 'ls', '--format', '{{.Name}}']);
  const volumes = await docker(['volume', 'ls', '--format', '{{.Name}}']);
  return [
    ...containers.map((name) => `container ${name}`),
    ...networks.filter((name) => !OWN_NETWORKS.includes(name)).map((name) => `network ${name}`),
    ...volumes.map((name) => `volume ${name}`),
    ...abandonedInstances().map((name) => `trace instance ${name}`),
  ];
}

/** @param {string[]} words */
async function docker(words) {
  return (await capture('docker', words)).stdout.split('\n').filter((line) => line !== '');
}

/** Trace instances of ours of which no living process has a file open: a recorder at work has one. */
function abandonedInstances() {
  const ours = entriesOf(INSTANCES).filter((name) => name.startsWith('tightfit-'));
  if (ours.length === 0) return [];
  const open = entriesOf('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => entriesOf(`/proc/${pid}/fd`).map((fd) => targetOf(`/proc/${pid}/fd/${fd}`)));
  return ours.filter((name) => !open.some((path) => path.includes(`/instances/${name}/`)));
}

/** None where the folder cannot be read or has gone. @param {string} folder */
function entriesOf(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** @param {string} link */
function targetOf(link) {
  try {
    return readlinkSync(link);
  } catch {
    return '';
  }
}
