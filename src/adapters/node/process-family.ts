import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseStat, type ProcessStat } from './proc-text.js';
import { readOrNothing } from './read-or-nothing.js';

/** A process and how it descends from a container's init. */
export interface FamilyMember {
  readonly pid: number;
  /** Names from init down to this process. Foreign text. */
  readonly lineage: string;
}

/**
 * Init and all that descends from it, init first; none when it is not alive. Programs that `docker exec` runs are the engine's
 * children, so they are no part of it, while a process that lost its parent is: the kernel gives it to init.
 * @param proc the folder /proc
 */
export function processFamily(proc: string, initPid: number): readonly FamilyMember[] {
  const stats = readStats(proc);
  const init = stats.get(initPid);
  if (init === undefined) return [];
  const members: FamilyMember[] = [{ pid: initPid, lineage: init.name }];
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
