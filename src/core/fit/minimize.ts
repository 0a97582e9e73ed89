import type {
  MinimizeCertificate,
  MinimizeProblem,
  MinimizeProgress,
  TrialOutcome,
  TrialRequest,
} from './minimize-state.js';

/** A search under way. Plain JSON; outcomes that are not in yet are not part of it, so nothing is lost by stopping. */
export interface MinimizeState {
  readonly problem: MinimizeProblem;
}

/** Starts a search. */
export function startMinimize(problem: MinimizeProblem): MinimizeState {
  return { problem };
}

/**
 * The trials to start now beside those that run, at most `width` in all; empty when everything open already runs or the search
 * is done. `running`: ids of requests without outcome yet.
 */
export function nextTrials(
  state: MinimizeState,
  width: number,
  running: readonly string[] = [],
): readonly TrialRequest[] {
  void [state, width, running];
  return [];
}

/** The search after an outcome. One of a request that is no longer open changes nothing. */
export function digestTrial(state: MinimizeState, outcome: TrialOutcome): MinimizeState {
  void outcome;
  return state;
}

/** What was shown, `null` until the search is done. */
export function certificateOf(state: MinimizeState): MinimizeCertificate | null {
  void state;
  return null;
}

/** How far the search is and about how long it will be. */
export function minimizeProgress(state: MinimizeState): MinimizeProgress {
  void state;
  const byPurpose = { unseen: 0, group: 0, single: 0, control: 0, 'frozen-row': 0, confirm: 0 };
  return { done: 0, expected: 0, byPurpose, removed: 0, needed: 0 };
}

/** A state written as JSON before. `null` when the text is none, or is of a search for another problem. */
export function parseMinimizeState(text: string, problem: MinimizeProblem): MinimizeState | null {
  void text;
  return startMinimize(problem);
}
