import type { ImageSource } from '../../core/policy/policy.js';
import type { LazyRoute } from '../lazy-route.js';
import type { Stage } from '../stage.js';

/** What a probe needs to reach a running service. */
export interface ProbeContext {
  readonly stage: Stage;
  readonly container: string;
  /** From this machine to its ports. */
  readonly route: LazyRoute;
  readonly network: string;
  /** Image ids of the client containers that the policy names. */
  readonly clientImages: ReadonlyMap<ImageSource, string>;
  /** Milliseconds for this attempt. */
  readonly timeout: number;
  /** Aborts with the attempt: out of time, container gone, run cancelled. */
  readonly signal: AbortSignal;
}

/** What was seen and what was expected instead, one sentence an entry; empty when the probe passed. Foreign text. */
export type Differences = readonly string[];

/** How much of what a service says is kept, in bytes: enough for any test, too little to hurt. */
export const OUTPUT_LIMIT = 1024 * 1024;
