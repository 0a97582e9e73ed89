import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Whose descent contains every container. containerd starts the shims; where there is none, dockerd itself does. dockerd is not
 * followed beside containerd: nothing of a container descends from it, only image builds and port forwarders do. Podman's service
 * starts conmon, which leaves it and starts the runtime; a rootless one runs itself again, by way of /proc/self/exe.
 */
const STARTERS = ['containerd', 'podman'] as const;

/** Most processes followed: a machine has one engine, sometimes a few. */
const MOST = 16;

/** Host pids of the processes that start containers on this machine; none when there is no engine on it. */
export function engineProcesses(proc = '/proc'): readonly number[] {
  const processes = readdirSync(proc)
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), program: programOf(join(proc, name)) }));
  const pidsOf = (names: readonly string[]): readonly number[] =>
    processes.filter(({ program }) => names.includes(program)).map(({ pid }) => pid);
  const hasContainerd = processes.some(({ program }) => program === 'containerd');
  return pidsOf(hasContainerd ? STARTERS : [...STARTERS, 'dockerd']).slice(0, MOST);
}

/** Empty when the process is gone. A program run by way of /proc/self/exe is called `exe`, and what its command line begins with. */
function programOf(folder: string): string {
  const name = textOf(join(folder, 'comm')).trimEnd();
  return name === 'exe' ? basename(textOf(join(folder, 'cmdline')).split('\0')[0] ?? '') : name;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
