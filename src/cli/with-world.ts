import { cancelOnSignals } from '../adapters/node/cancel-on-signals.js';
import { createWorld } from '../adapters/world.js';
import { CLEANUP_TIME } from '../app/check.js';
import { timeLimit } from '../app/time-limit.js';
import type { World } from '../ports.js';
import { withProgress, type ProgressFlags } from './with-progress.js';

/** Options of every command that runs services. */
export interface WorkFlags extends ProgressFlags {
  readonly timeout: string;
  /** Whether what was kept of images is used. Absent: it is. */
  readonly cache?: boolean;
}

/** What a command that runs services needs. */
export interface Workplace {
  readonly world: World;
  /** Milliseconds for the whole run. */
  readonly timeout: number;
  readonly runId: string;
  /** Aborts when the user wants it to end. */
  readonly signal: AbortSignal;
}

/** Does the work of a command in the world, telling how far it is. Throws UsageError for a wrong option. */
export async function withWorld<Result>(
  flags: WorkFlags,
  work: (place: Workplace) => Promise<Result>,
): Promise<Result> {
  const timeout = timeLimit('--timeout', flags.timeout);
  return withProgress(flags, async (log) => {
    const world = createWorld(log, { lifetime: timeout + CLEANUP_TIME, cache: flags.cache ?? true });
    const cancelling = cancelOnSignals();
    const result = await work({ world, timeout, runId: world.host.uniqueName(), signal: cancelling.signal });
    cancelling.done();
    return result;
  });
}
