import type { Clock } from '../ports.js';

/** A signal that aborts when time is up or when its parent does. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Whether it was time, and not the parent, that aborted it. */
  readonly expired: () => boolean;
  /** Stops the clock; the signal stays as it is. */
  readonly clear: () => void;
}

/** Starts a deadline of so many milliseconds. */
export function startDeadline(clock: Clock, milliseconds: number, parent: AbortSignal): Deadline {
  const timer = new AbortController();
  const cleared = new AbortController();
  clock.sleep(milliseconds, AbortSignal.any([cleared.signal, parent])).then(
    () => {
      timer.abort();
    },
    () => undefined,
  );
  return {
    signal: AbortSignal.any([timer.signal, parent]),
    expired: () => timer.signal.aborted,
    clear: () => {
      cleared.abort();
    },
  };
}
