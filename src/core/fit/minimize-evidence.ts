import type { MinimizeProblem, TrialEffect } from './minimize-state.js';

/**
 * A trial that failed. Of the names it was run without, those that were never refused made no difference to it: it is as good
 * as a trial without its suspects only. So it shows that not all of these can be removed, and once all but one are, that this
 * one is needed.
 */
export interface Evidence {
  readonly trial: number;
  /** What it was run without. */
  readonly without: readonly string[];
  /** What of that was refused; all of it when that is not known. */
  readonly suspects: readonly string[];
  readonly refusalsKnown: boolean;
  /** It fails with this only now and then: no later trial that passes takes that back. */
  readonly lasting: boolean;
  readonly effect: TrialEffect;
}

/** The one name that a failed trial shows to be needed when the others are removed; `null` when it leaves a choice. */
export function provenBy({ suspects }: Evidence, removed: ReadonlySet<string>): string | null {
  const left = suspects.filter((name) => !removed.has(name));
  return left.length === 1 ? (left[0] ?? null) : null;
}

/** The failed trials that show a name to be needed when `removed` is removed, by name, the best of each. */
export function provenNeeds(
  evidence: readonly Evidence[],
  removed: ReadonlySet<string>,
  certainty: MinimizeProblem['certainty'],
): ReadonlyMap<string, Evidence> {
  const best = new Map<string, Evidence>();
  for (const one of evidence) {
    const name = provenBy(one, removed);
    if (name === null) continue;
    const known = best.get(name);
    if (known === undefined || !stands(known, removed, certainty)) best.set(name, one);
  }
  return best;
}

/** Whether a failed trial that shows one name to be needed is certain enough of it. */
export function stands(one: Evidence, removed: ReadonlySet<string>, certainty: MinimizeProblem['certainty']): boolean {
  if (certainty === 'implied' || one.lasting) return true;
  return one.without.length === removed.size + 1 && [...removed].every((name) => one.without.includes(name));
}
