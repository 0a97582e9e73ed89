import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TraceInstance } from './instance.js';

const ROUNDS = 20;

/**
 * Has the kernel follow all threads of these processes and whatever they start from now on. Threads that are made while this
 * is done are found by looking again until there is none left to add. Gives how many were found.
 * Source: https://docs.kernel.org/trace/ftrace.html (set_event_pid, event-fork)
 */
export function followDescent(instance: TraceInstance, pids: readonly number[], proc = '/proc'): number {
  instance.write('options/event-fork', '1');
  const known = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const fresh = pids.flatMap((pid) => threadsOf(proc, pid)).filter((tid) => !known.has(tid));
    if (fresh.length === 0) break;
    for (const tid of fresh) known.add(tid);
    instance.append('set_event_pid', fresh.join(' '));
  }
  return known.size;
}

function threadsOf(proc: string, pid: number): readonly string[] {
  try {
    return readdirSync(join(proc, String(pid), 'task'));
  } catch {
    return [];
  }
}
