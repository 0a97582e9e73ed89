import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInContainer } from '../../core/smoke/container-cgroup.js';
import type { ProcessFacts } from '../../core/smoke/outcome.js';
import { parseStat, parseStatus, type ProcessStat } from './proc-text.js';

/**
 * Init of a container and all that descends from it; `null` when `proc` does not show init as that container's. Programs that
 * `docker exec` runs are the engine's children, so they are no part of it, while a process that lost its parent is: the kernel
 * gives it to init. Reads without a pause in between, as processes come and go meanwhile; those that go are left out.
 * @param proc the folder /proc
 * @param container the full id
 */
export function containerProcesses(proc: string, container: string, initPid: number): readonly ProcessFacts[] | null {
  if (!isInContainer(readOrNothing(join(proc, String(initPid), 'cgroup')), container)) return null;
  const family = descendants(readStats(proc), initPid);
  const facts = family.flatMap(({ pid, lineage }) => {
    const status = parseStatus(readOrNothing(join(proc, String(pid), 'status')));
    return status === null ? [] : [{ pid, lineage, ...status }];
  });
  return facts.length === 0 ? null : facts;
}

interface Member {
  readonly pid: number;
  readonly lineage: string;
}

function descendants(stats: ReadonlyMap<number, ProcessStat>, initPid: number): readonly Member[] {
  const init = stats.get(initPid);
  if (init === undefined) return [];
  const members: Member[] = [{ pid: initPid, lineage: init.name }];
  for (const { pid, lineage } of members) {
    for (const [child, { name, parent }] of stats) {
      if (parent === pid) members.push({ pid: child, lineage: `${lineage} > ${name}` });
    }
  }
  return members;
}

/** Every process of the machine that is not dead. One whose parent ended while we read has a new one by now. */
function readStats(proc: string): ReadonlyMap<number, ProcessStat> {
  const stats = new Map<number, ProcessStat>();
  const read = (pid: number): void => {
    const stat = parseStat(readOrNothing(join(proc, String(pid), 'stat')));
    if (stat === null) stats.delete(pid);
    else stats.set(pid, stat);
  };
  for (const name of namesIn(proc)) if (/^\d+$/.test(name)) read(Number(name));
  for (const [pid, { parent }] of [...stats]) if (!stats.has(parent)) read(pid);
  return stats;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
