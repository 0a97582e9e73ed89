import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const CGROUPS = '/sys/fs/cgroup';
const PARENT = 'tightfit-floor';

/** The cgroup that a runtime gives a container, from the hierarchy's root. @param {string} id */
export function cgroupOf(id) {
  return `/${PARENT}/${id}`;
}

/**
 * A cgroup for the runtime's own processes, in which what it leaves behind is found when it is killed.
 * @param {string} id
 * @returns {string} the file that a process joins it by
 */
export function makeCgroup(id) {
  const [hierarchy = CGROUPS] = [CGROUPS, join(CGROUPS, 'pids')].filter((one) => existsSync(join(one, 'cgroup.procs')));
  const folder = join(hierarchy, PARENT, `${id}-runtime`);
  mkdirSync(folder, { recursive: true });
  return join(folder, 'cgroup.procs');
}

/** Ends what a runtime that was killed left behind of a container, and removes its cgroups. @param {string} id */
export async function removeCgroups(id) {
  for (const folder of cgroupsOf(id)) {
    for (let turn = 0; existsSync(folder) && turn < 100; turn += 1) {
      for (const pid of processesIn(folder)) kill(pid);
      if (removed(folder)) break;
      await sleep(10);
    }
  }
}

/** Removes the cgroup that held those of the containers. */
export function removeParents() {
  for (const folder of hierarchies().map((hierarchy) => join(hierarchy, PARENT))) removed(folder);
}

/** @param {string} id */
function cgroupsOf(id) {
  return hierarchies()
    .flatMap((hierarchy) => [id, `${id}-runtime`].map((name) => join(hierarchy, PARENT, name)))
    .filter((folder) => existsSync(folder));
}

/** One of version 2, or one for each controller. */
function hierarchies() {
  const controllers = readdirSync(CGROUPS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [CGROUPS, ...controllers.map(({ name }) => join(CGROUPS, name))];
}

/** @param {string} folder */
function processesIn(folder) {
  try {
    return readFileSync(join(folder, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** @param {string} folder */
function removed(folder) {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return !existsSync(folder);
  }
}
