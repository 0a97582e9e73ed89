import { canonicalJson } from '../canonical-json.js';
import { digestTrial, startMinimize, type MinimizeState } from './minimize.js';

/** Searches of several machines as one. */
export interface Joined {
  readonly state: MinimizeState;
  /** Places in the list of those that cannot be joined to the first: they came to another question. */
  readonly leftOut: readonly number[];
}

/**
 * Joins searches that each went on until only others' shares were left. What one of them did before is believed, of the others
 * only what answers the same question: the same names tried without the same ones.
 */
export function joinShares(states: readonly [MinimizeState, ...MinimizeState[]]): Joined {
  const [first, ...others] = states;
  const leftOut: number[] = [];
  let state = first;
  for (const [place, other] of others.entries()) {
    const phases = Math.min(first.phases, other.phases);
    if (questionOf(first, phases) === questionOf(other, phases)) state = other.outcomes.reduce(digestTrial, state);
    else leftOut.push(place + 1);
  }
  return { state, leftOut };
}

/** Everything that decides what the ids of the requests of a phase mean. */
function questionOf({ problem, outcomes }: MinimizeState, phases: number): string {
  const { base, phase } = beginningOf({ problem, outcomes, phases });
  const lanes = phase.kind === 'lanes' && phase.apart ? phase.lanes.map(({ trying, later }) => [trying, later]) : null;
  return canonicalJson({ problem, base, lanes });
}

/** The search when a phase began. */
function beginningOf({
  problem,
  outcomes,
  phases,
}: Pick<MinimizeState, 'problem' | 'outcomes' | 'phases'>): MinimizeState {
  let search = startMinimize(problem);
  for (const outcome of outcomes) {
    if (search.phases === phases) break;
    search = digestTrial(search, outcome);
  }
  return search;
}
