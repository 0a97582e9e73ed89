import { join } from 'node:path';
import { isInContainer } from '../../core/smoke/container-cgroup.js';
import type { UsageFacts } from '../../ports.js';
import { cgroupFolders, type Controller } from './cgroup-folders.js';
import { listeningPorts } from './listening-ports.js';
import { parseMountInfo } from './mount-info.js';
import { processFamily } from './process-family.js';
import { readOrNothing } from './read-or-nothing.js';

/**
 * What a container has taken up so far, as far as this user may read it; `null` when `proc` does not show init as that
 * container's.
 * @param proc the folder /proc
 * @param container the full id
 */
export function containerUsage(proc: string, container: string, initPid: number): UsageFacts | null {
  const folder = join(proc, String(initPid));
  const cgroupFile = readOrNothing(join(folder, 'cgroup'));
  if (!isInContainer(cgroupFile, container)) return null;
  const mounts = parseMountInfo(readOrNothing(join(proc, 'self', 'mountinfo')));
  const peak = (controller: Controller): number | null => {
    const [own] = cgroupFolders(cgroupFile, mounts, controller)?.folders ?? [];
    return own === undefined ? null : firstAmount(own, PEAKS[controller]);
  };
  return {
    listening: listeningPorts(readOrNothing(join(folder, 'net/tcp')), readOrNothing(join(folder, 'net/tcp6'))),
    pids: peak('pids') ?? threadCount(proc, initPid),
    memory: peak('memory'),
  };
}

/**
 * Where each kernel keeps the most that was in use: `memory.peak` since 5.19, `pids.peak` since 6.1, version 1 as it always had.
 * https://docs.kernel.org/admin-guide/cgroup-v2.html and https://docs.kernel.org/admin-guide/cgroup-v1/memory.html
 */
const PEAKS: Readonly<Record<Controller, readonly string[]>> = {
  pids: ['pids.peak'],
  memory: ['memory.peak', 'memory.max_usage_in_bytes'],
  cpu: [],
};

function firstAmount(folder: string, files: readonly string[]): number | null {
  const text = files.map((file) => readOrNothing(join(folder, file)).trim()).find((found) => /^\d+$/.test(found));
  return text === undefined ? null : Number(text);
}

/** How many there are now, where the kernel keeps no peak. */
function threadCount(proc: string, initPid: number): number | null {
  const counts = processFamily(proc, initPid).map(({ pid }) => {
    const [, threads] = /^Threads:\s+(\d+)$/m.exec(readOrNothing(join(proc, String(pid), 'status'))) ?? [];
    return Number(threads ?? 1);
  });
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}
