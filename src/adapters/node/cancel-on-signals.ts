/** A signal that aborts on the first Ctrl-C or termination request, so that what was started can still be removed. */
export interface Cancelling {
  readonly signal: AbortSignal;
  /** Stops listening. */
  readonly done: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Listens until `done`. A second signal ends the process the ordinary way: nobody is kept waiting against their will. */
export function cancelOnSignals(): Cancelling {
  const controller = new AbortController();
  const cancel = (): void => {
    stop();
    controller.abort();
  };
  const stop = (): void => {
    for (const name of SIGNALS) process.off(name, cancel);
  };
  for (const name of SIGNALS) process.on(name, cancel);
  return { signal: controller.signal, done: stop };
}
