import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../ports.js';

/** This machine's time. */
export function createClock(): Clock {
  return { now: () => Math.round(performance.now()), date: () => Date.now(), sleep };
}

/** Rejects with the signal's own reason, not with node's error around it. */
async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(milliseconds, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
