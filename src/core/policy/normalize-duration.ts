import type { Cursor } from './cursor.js';
import { formatDuration, parseDuration } from './duration.js';
import { refused, type Parsed } from './mistake.js';

const LONGEST = 24 * 3_600_000;

/** Milliseconds of a duration of at least `shortest` and at most a day; `otherwise` when it is not written. */
export function normalizeDuration(
  written: string | undefined,
  cursor: Cursor,
  { shortest, otherwise }: { readonly shortest: number; readonly otherwise: number },
): number {
  return written === undefined ? otherwise : cursor.take(bounded(written, shortest), otherwise);
}

function bounded(text: string, shortest: number): Parsed<number> {
  const value = parseDuration(text);
  if (value !== null && value >= shortest && value <= LONGEST) return { value };
  return refused(
    `the duration ${text} is out of range`,
    `Expected ${formatDuration(shortest)} to ${formatDuration(LONGEST)}.`,
  );
}
