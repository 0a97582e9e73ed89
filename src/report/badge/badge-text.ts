import type { CheckResult } from '../../core/result.js';

/** What a badge says. Words and numbers of ours: nothing foreign is in it. */
export interface BadgeText {
  readonly label: 'confinement';
  /** `tight · 7`, `broken`, `tight (not run)`. */
  readonly message: string;
  /** A colour name that Shields knows. */
  readonly color: 'brightgreen' | 'orange' | 'red' | 'lightgrey';
}

const COLORS = { tight: 'brightgreen', loose: 'orange', broken: 'red', unjudged: 'lightgrey' } as const;

/** The verdict with the highest looseness of all services, where the verdict is about looseness. */
export function badgeText({ verdict, services, run }: CheckResult): BadgeText {
  const scores = services.map(({ looseness }) => looseness).filter((score) => score !== null);
  const scored = (verdict === 'tight' || verdict === 'loose') && scores.length > 0;
  const score = scored ? ` · ${Math.round(Math.max(...scores))}` : '';
  const message = `${verdict}${score}${run.mode === 'lint' ? ' (not run)' : ''}`;
  return { label: 'confinement', message, color: run.mode === 'lint' ? 'lightgrey' : COLORS[verdict] };
}
