/** The caller asked for something that cannot be: an unknown option, a missing file, a bad value. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The machine or the engine is in the way, not the policy: the verdict is `unjudged`. Exit code 2. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  /** @param advice what the reader can do about it, one sentence */
  constructor(
    message: string,
    readonly advice: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Tightfit contradicts itself: a mistake of ours, worth an issue. Exit code 2. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}
