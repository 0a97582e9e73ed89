import { canBeLeftOut } from './calls.js';
import type { KernelRecord } from './record.js';

/** Calls left out at most: the kernel compares every call with each. */
const MOST = 64;

/**
 * The calls that a repeated run can leave out in the kernel, after one whose events came too fast: those seen allowed and never
 * refused, whose arguments tell nothing, the most frequent first. Nothing new would be learned of them.
 */
export function narrowing(record: KernelRecord): readonly string[] {
  const counts = new Map<string, number>();
  for (const { syscall, count } of record.used) counts.set(syscall, (counts.get(syscall) ?? 0) + count);
  for (const { syscall } of record.refused) if (syscall !== null) counts.delete(syscall);
  const fresh = [...counts]
    .filter(([name]) => canBeLeftOut(name) && !name.startsWith('syscall_'))
    .sort(([, one], [, other]) => other - one)
    .map(([name]) => name);
  return [...new Set([...record.narrowed, ...fresh])].slice(0, MOST);
}

/**
 * A repeated run's record together with what the run before had seen of the calls that were left out. Whether it is complete
 * is for the repeated run to say.
 */
export function widen(repeated: KernelRecord, before: KernelRecord): KernelRecord {
  const leftOut = new Set(repeated.narrowed);
  return { ...repeated, used: [...repeated.used, ...before.used.filter(({ syscall }) => leftOut.has(syscall))] };
}
