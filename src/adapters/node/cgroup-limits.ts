import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Limit, LimitFacts } from '../../core/smoke/surroundings.js';
import { codeOf } from '../thrown.js';
import { cgroupFolders, type CgroupFolders, type Controller } from './cgroup-folders.js';
import { parseMountInfo } from './mount-info.js';
import { readOrNothing } from './read-or-nothing.js';

/** What one level of a hierarchy says: `undefined` nothing, `null` unreadable or unknown, `Infinity` no limit. */
type Level = number | null | undefined;

/** Version 1 writes "no limit" as the most that fits, which depends on the page size. */
const NO_LIMIT = 2 ** 62;

/**
 * The limits in force for a process: the lowest of its cgroup and those above, as the kernel applies them.
 * https://docs.kernel.org/admin-guide/cgroup-v2.html and https://docs.kernel.org/admin-guide/cgroup-v1/
 * @param proc the folder /proc
 */
export function readLimits(proc: string, pid: number): LimitFacts {
  const cgroupFile = readOrNothing(join(proc, String(pid), 'cgroup'));
  const mounts = parseMountInfo(readOrNothing(join(proc, 'self', 'mountinfo')));
  const foldersOf = (controller: Controller): CgroupFolders | null => cgroupFolders(cgroupFile, mounts, controller);
  const memory = foldersOf('memory');
  const memoryLimit = lowest(memory, ({ version }) => amountIn(version === 1 ? 'memory.limit_in_bytes' : 'memory.max'));
  const swapped = withSwap(memory, memoryLimit);
  const hasSwap = !/^SwapTotal:\s+0 kB$/m.test(readOrNothing(join(proc, 'meminfo')));
  return {
    pids: limitOf(lowest(foldersOf('pids'), () => amountIn('pids.max'))),
    memory: limitOf(memoryLimit),
    memoryAndSwap: limitOf(swapped === undefined && !hasSwap ? memoryLimit : swapped),
    cpus: limitOf(lowest(foldersOf('cpu'), ({ version }) => (version === 1 ? quotaOfVersion1 : quotaOfVersion2))),
  };
}

/** `undefined` where the kernel keeps no account of swap. */
function withSwap(folders: CgroupFolders | null, memory: Level): Level {
  if (folders?.version === 1) return lowest(folders, () => amountIn('memory.memsw.limit_in_bytes'));
  const swap = lowest(folders, () => amountIn('memory.swap.max'));
  if (swap === undefined || swap === null || memory === null) return swap === undefined ? undefined : null;
  return swap + (memory ?? Infinity);
}

type ReadLevel = (folder: string) => Level;

/** `undefined` when no level says anything, `null` when the cgroup is out of sight or a level cannot be read. */
function lowest(found: CgroupFolders | null, reader: (found: CgroupFolders) => ReadLevel): Level {
  const [own] = found?.folders ?? [];
  if (found === null || own === undefined || !existsSync(own)) return null;
  const levels = found.folders.map(reader(found)).filter((level) => level !== undefined);
  if (levels.includes(null)) return null;
  return levels.length === 0 ? undefined : Math.min(...levels.map((level) => level ?? Infinity));
}

function limitOf(level: Level): Limit {
  if (level === null) return null;
  return level === undefined || level === Infinity ? 'unlimited' : level;
}

function amountIn(file: string): ReadLevel {
  return (folder) => {
    const text = textIn(folder, file);
    return typeof text === 'string' ? parseAmount(text) : text;
  };
}

function quotaOfVersion1(folder: string): Level {
  return share(amountIn('cpu.cfs_quota_us')(folder), amountIn('cpu.cfs_period_us')(folder));
}

function quotaOfVersion2(folder: string): Level {
  const text = textIn(folder, 'cpu.max');
  if (typeof text !== 'string') return text;
  const [quota = '', period = ''] = text.trim().split(' ');
  return share(parseAmount(quota), parseAmount(period));
}

/** Processors: microseconds in each period of as many. */
function share(quota: Level, period: Level): Level {
  if (quota === undefined || quota === null || quota === Infinity) return quota;
  return period === undefined || period === null || period === 0 ? null : quota / period;
}

/** A number, `max` or -1; `null` for other text. */
function parseAmount(text: string): number | null {
  const word = text.trim();
  if (word === 'max' || word === '-1') return Infinity;
  if (!/^\d+$/.test(word)) return null;
  return Number(word) >= NO_LIMIT ? Infinity : Number(word);
}

/** `undefined` when there is no such file, as at the top; `null` when it cannot be read. */
function textIn(folder: string, file: string): string | null | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : null;
  }
}
