import type { TrialOutcome, TrialRequest } from '../core/fit/minimize-state.js';

/** A trial that has ended and whose outcome nobody has taken yet. */
export interface Arrived {
  readonly request: TrialRequest;
  readonly outcome: TrialOutcome;
}

/** Trials that run side by side. */
export interface TrialsUnderWay {
  readonly running: () => readonly TrialRequest[];
  readonly arrived: () => readonly Arrived[];
  /** How many more may be started now. */
  readonly free: () => number;
  /** Starts one. It calls `onLate` when it will mostly wait from then on. */
  readonly start: (request: TrialRequest, trial: (onLate: () => void) => Promise<TrialOutcome>) => void;
  /** Waits until one has arrived or a place is free. Rejects with what a trial threw. */
  readonly change: () => Promise<void>;
  /** Takes out the first that has arrived and is asked for, `null` when there is none. */
  readonly take: (isAskedFor: (request: TrialRequest) => boolean) => TrialOutcome | null;
  /** Resolves when none runs any more, whatever became of them. */
  readonly ended: () => Promise<void>;
}

/**
 * Keeps `jobs` trials busy. One that hangs until its deadline needs no processor, so it leaves its place to another; there are
 * never more than half as many again, because deadlines are measured with `jobs` side by side.
 */
export function trialsUnderWay(jobs: number): TrialsUnderWay {
  const running = new Map<TrialRequest, Promise<Arrived>>();
  const late = new Set<TrialRequest>();
  const arrived: Arrived[] = [];
  let onFreed = (): void => undefined;
  return {
    running: () => [...running.keys()],
    arrived: () => [...arrived],
    free: () => Math.max(0, jobs + Math.min(late.size, Math.ceil(jobs / 2)) - running.size),
    start: (request, trial) => {
      const onLate = (): void => {
        if (running.has(request)) late.add(request);
        onFreed();
      };
      const run = async (): Promise<Arrived> => {
        await Promise.resolve();
        return { request, outcome: await trial(onLate) };
      };
      running.set(request, run());
    },
    change: async () => {
      const freed = new Promise<null>((resolve) => {
        onFreed = () => {
          resolve(null);
        };
      });
      const next = await Promise.race([...running.values(), freed]);
      if (next === null) return;
      running.delete(next.request);
      late.delete(next.request);
      arrived.push(next);
    },
    take: (isAskedFor) => {
      const place = arrived.findIndex(({ request }) => isAskedFor(request));
      return place === -1 ? null : (arrived.splice(place, 1)[0]?.outcome ?? null);
    },
    ended: async () => {
      await Promise.allSettled(running.values());
    },
  };
}
