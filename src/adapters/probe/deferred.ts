/** A promise that its owner settles. Its rejection need not be handled. */
export interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Makes one. */
export function deferred(): Deferred {
  const settle: { resolve?: () => void; reject?: (error: Error) => void } = {};
  const promise = new Promise<void>((resolve, reject) => {
    settle.resolve = resolve;
    settle.reject = reject;
  });
  promise.catch(() => undefined);
  return { promise, resolve: () => settle.resolve?.(), reject: (error) => settle.reject?.(error) };
}
