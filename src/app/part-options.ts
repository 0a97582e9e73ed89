import { UsageError } from '../core/errors.js';
import { MOST_SHARDS, parseShard, type Shard } from '../core/shard/shard.js';
import { MOST_JOBS, usualJobs } from './minimize-settings.js';

/** The shard that an option or input gives. Throws UsageError, naming it, for anything else. */
export function shardOption(name: string, value: string): Shard {
  const shard = parseShard(value);
  if (shard !== null) return shard;
  throw new UsageError(`${name}: "${value}" is no shard. Expected for example 2/5, at most ${MOST_SHARDS} of them.`);
}

/** How many things run side by side, as an option or input gives it: a number, or auto. Throws UsageError, naming it, otherwise. */
export function jobsOption(name: string, value: string, cpuCount: number): number {
  if (value === 'auto') return usualJobs(cpuCount);
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= MOST_JOBS) return number;
  throw new UsageError(
    `${name}: "${value}" is no whole number from 1 to ${MOST_JOBS}, nor auto, as many as there are cores.`,
  );
}
