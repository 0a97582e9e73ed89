import type { Verdict } from '../../core/verdict.js';

/** One earlier result of a service. */
export interface TrendPoint {
  readonly service: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly verdict: Verdict;
  readonly looseness: number | null;
}
