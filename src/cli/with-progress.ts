import { UsageError } from '../core/errors.js';
import type { Log } from '../ports.js';
import { progressLog, quietLog, type ProgressLog } from './log.js';

/** Options that say how much is told while a command works. */
export interface ProgressFlags {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** How often the time is written again, in milliseconds. */
const TICK = 1000;

/**
 * Does the work with a log on standard error, so that standard output holds the report alone, and ends the log whatever happens.
 * Throws UsageError when asked to say both nothing and everything.
 */
export async function withProgress<Result>(flags: ProgressFlags, work: (log: Log) => Promise<Result>): Promise<Result> {
  const log = logFor(flags);
  const ticking = setInterval(log.tick, TICK);
  ticking.unref();
  try {
    return await work(log);
  } finally {
    clearInterval(ticking);
    log.close();
  }
}

function logFor({ quiet = false, verbose = false }: ProgressFlags): ProgressLog {
  if (quiet && verbose) throw new UsageError('--quiet and --verbose contradict each other. Give one of them.');
  return quiet ? quietLog() : progressLog(verbose);
}
