import type { Cursor } from './cursor.js';
import { parsePattern } from './pattern.js';
import type { TextExpectation } from './policy.js';
import type * as Written from './written.generated.js';

/** An expectation with every part there; one that is not written holds for any text. */
export function normalizeExpectation(written: Written.Expectation | undefined, cursor: Cursor): TextExpectation {
  return {
    contains: listOf(written?.contains),
    matches: normalizePatterns(written?.matches, cursor.in('matches')),
    equals: written?.equals ?? null,
    absent: listOf(written?.absent),
    json: Object.entries(written?.json ?? {}).map(([pointer, equals]) => ({ pointer, equals })),
  };
}

function normalizePatterns(written: Written.TextOrList | undefined, cursor: Cursor): readonly string[] {
  if (typeof written !== 'string') {
    cursor.takeEach(written ?? [], parsePattern);
    return written ?? [];
  }
  cursor.take<unknown>(parsePattern(written), null);
  return [written];
}

/** The texts of what may be written as one or as a list. */
export function listOf(written: Written.TextOrList | undefined): readonly string[] {
  if (written === undefined) return [];
  return typeof written === 'string' ? [written] : written;
}
