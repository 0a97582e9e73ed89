import type { Verdict } from '../../core/verdict.js';

/** What stands before a verdict on GitHub's pages. */
export const MARKS = { tight: '✅', loose: '⚠️', broken: '❌', unjudged: '❔' } as const satisfies Record<
  Verdict,
  string
>;
