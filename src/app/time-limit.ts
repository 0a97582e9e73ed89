import { UsageError } from '../core/errors.js';
import { parseDuration } from '../core/policy/duration.js';

/** Milliseconds of a time limit that an option or input gives. Throws UsageError, naming it, for anything else. */
export function timeLimit(name: string, value: string): number {
  const milliseconds = parseDuration(value);
  if (milliseconds === null || milliseconds <= 0) {
    throw new UsageError(`${name}: "${value}" is no duration. Expected for example 90s, 10m or 1m30s.`);
  }
  return milliseconds;
}
