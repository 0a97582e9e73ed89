import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The container id in the control group of a process, `null` when there is none or the process is gone. */
export function containerOfProcess(pid: number, proc = '/proc'): string | null {
  try {
    return containerInCgroup(readFileSync(join(proc, String(pid), 'cgroup'), 'utf8'));
  } catch {
    return null;
  }
}

/**
 * `/docker/<id>`, `/system.slice/docker-<id>.scope`, `/machine.slice/libpod-<id>.scope`: engines name a container's control
 * group by its id. The last one counts, because a container may be inside another. `libpod-conmon-<id>.scope` is not the container's:
 * conmon is in it, which starts a container for Podman.
 */
export function containerInCgroup(text: string): string | null {
  return [...text.matchAll(/(?<![0-9a-f]|libpod-conmon-)[0-9a-f]{64}(?![0-9a-f])/g)].at(-1)?.[0] ?? null;
}
