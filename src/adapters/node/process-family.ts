import { existsSync, readdirSync } from 'node:fs';
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
  const init = statOf(proc, initPid);
  if (init === null) return [];
  const members = new Map([[initPid, init.name]]);
  const childrenOf = tellsChildren(proc, initPid) ? (pid: number) => listedChildren(proc, pid) : childrenIn(proc);
  for (const [pid, lineage] of members) {
    for (const { pid: child, name } of childrenOf(pid))
      if (!members.has(child)) members.set(child, `${lineage} > ${name}`);
  }
  return [...members].map(([pid, lineage]) => ({ pid, lineage }));
}

interface Child {
  readonly pid: number;
  readonly name: string;
}

/** Whether the kernel lists a thread's children: https://docs.kernel.org/filesystems/proc.html (3.7, CONFIG_PROC_CHILDREN) */
function tellsChildren(proc: string, pid: number): boolean {
  return existsSync(join(proc, String(pid), 'task', String(pid), 'children'));
}

/** Of all its threads. */
function listedChildren(proc: string, pid: number): readonly Child[] {
  const folder = join(proc, String(pid), 'task');
  const pids = namesIn(folder).flatMap((tid) => readOrNothing(join(folder, tid, 'children')).match(/\d+/g) ?? []);
  return pids.flatMap((child) => {
    const stat = statOf(proc, Number(child));
    return stat === null ? [] : [{ pid: Number(child), name: stat.name }];
  });
}

/** Found among all processes of the machine. */
function childrenIn(proc: string): (pid: number) => readonly Child[] {
  const stats = [...readStats(proc)];
  return (pid) => stats.filter(([, { parent }]) => parent === pid).map(([child, { name }]) => ({ pid: child, name }));
}

function statOf(proc: string, pid: number): ProcessStat | null {
  return parseStat(readOrNothing(join(proc, String(pid), 'stat')));
}

/** Every process of the machine that is not dead. One whose parent ended while we read has a new one by now. */
function readStats(proc: string): ReadonlyMap<number, ProcessStat> {
  const stats = new Map<number, ProcessStat>();
  const read = (pid: number): void => {
    const stat = statOf(proc, pid);
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
