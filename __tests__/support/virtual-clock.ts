import type { Clock } from '../../src/ports.js';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** Time that only passes when everybody sleeps, and then jumps to the first who wants to wake. */
export function virtualClock(start = 0): Clock {
  let now = start;
  let sleepers: Sleeper[] = [];
  let pumping = false;
  const pump = (): void => {
    const next = sleepers.reduce<Sleeper | null>(
      (first, one) => (first && first.until <= one.until ? first : one),
      null,
    );
    pumping = next !== null;
    if (next === null) return;
    sleepers = sleepers.filter((one) => one !== next);
    now = Math.max(now, next.until);
    next.wake();
    setImmediate(pump);
  };
  return {
    now: () => now,
    date: () => Date.UTC(2026, 0, 1) + now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const abort = (): void => {
          sleepers = sleepers.filter((one) => one !== sleeper);
          reject(signal.reason as Error);
        };
        const wake = (): void => {
          signal.removeEventListener('abort', abort);
          resolve();
        };
        const sleeper = { until: now + milliseconds, wake };
        signal.addEventListener('abort', abort, { once: true });
        sleepers.push(sleeper);
        if (!pumping) setImmediate(pump);
        pumping = true;
      }),
  };
}
