import type { Endpoint } from './address.js';
import { engineTrouble, silentEngine } from './engine-trouble.js';
import { unlessAborted } from './unless-aborted.js';

/** What is asked of the engine. */
export interface Question {
  /** Completes the sentence "the engine could not …". */
  readonly doing: string;
  /** Milliseconds; 0: as long as it takes. */
  readonly patience?: number;
  readonly signal?: AbortSignal;
}

/** Long enough for a busy engine, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Asks the engine something and gives its answer. Rejects with the question's signal's reason as soon as that aborts, and throws
 * EnvironmentError when the engine refuses, fails or stays silent.
 */
export async function ask<T>(
  endpoint: Endpoint,
  { doing, patience = PATIENCE, signal }: Question,
  call: (abortSignal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const late = patience === 0 ? [] : [AbortSignal.timeout(patience)];
  const over = AbortSignal.any([...late, ...(signal === undefined ? [] : [signal])]);
  try {
    // The client library does not always notice an abort once an answer has begun.
    return await unlessAborted(over, call(over));
  } catch (error) {
    signal?.throwIfAborted();
    if (over.aborted) throw silentEngine(endpoint, doing, patience);
    throw engineTrouble(endpoint, doing, error);
  }
}
