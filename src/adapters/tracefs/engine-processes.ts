import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whose descent contains every container: containerd starts the shims. Where there is none, the engine itself does. dockerd is
 * not followed beside containerd: nothing of a container descends from it, only image builds and port forwarders do.
 */
const STARTERS = [['containerd'], ['dockerd', 'podman']] as const;

/** Most processes followed: a machine has one engine, sometimes a few. */
const MOST = 16;

/** Host pids of the processes that start containers on this machine; none when there is no engine on it. */
export function engineProcesses(proc = '/proc'): readonly number[] {
  const processes = readdirSync(proc)
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), program: programOf(join(proc, name, 'comm')) }));
  for (const starters of STARTERS) {
    const pids = processes.filter(({ program }) => starters.some((name) => name === program)).map(({ pid }) => pid);
    if (pids.length > 0) return pids.slice(0, MOST);
  }
  return [];
}

/** Empty when the process is gone. */
function programOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch {
    return '';
  }
}
