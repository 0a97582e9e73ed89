import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TraceInstance } from './instance.js';

const LOSSES = /^(?:overrun|commit overrun|dropped events): (\d+)$/gm;

/** Events the kernel had no room for, over all CPUs. */
export function lostEvents(instance: TraceInstance): number {
  return readdirSync(join(instance.path, 'per_cpu'))
    .map((cpu) => countLosses(instance.read(join('per_cpu', cpu, 'stats'))))
    .reduce((sum, count) => sum + count, 0);
}

/** Of one `stats` file. Source: https://docs.kernel.org/trace/ftrace.html#per_cpu */
export function countLosses(stats: string): number {
  return [...stats.matchAll(LOSSES)].reduce((sum, [, count]) => sum + Number(count), 0);
}
