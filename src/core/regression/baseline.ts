import type { Difference } from '../diff/difference.js';

/** How a run differs from an earlier one. Plain JSON. */
export interface BaselineComparison {
  /** The earlier result's file, as the user named it. */
  readonly file: string;
  /** The run that it tells of; `null` when the file could not be used. */
  readonly run: BaselineRun | null;
  /** Changed keys first: they may explain the rest. */
  readonly differences: readonly Difference[];
  /** Of what nothing can be said. */
  readonly uncompared: readonly Uncompared[];
}

export interface BaselineRun {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Of the program that made it. */
  readonly version: string;
}

export interface Uncompared {
  /** `null`: no service was compared. */
  readonly service: string | null;
  /** A clause. Foreign text. */
  readonly reason: string;
}
