import type { MinimizeProblem } from '../../src/core/fit/minimize-state.js';

/** A recorded search without candidates, to be given what a test is about. */
export function sampleProblem(members: Partial<MinimizeProblem>): MinimizeProblem {
  return {
    candidates: [],
    frozen: [],
    unseen: [],
    recorded: true,
    repeats: 2,
    tryFrozen: false,
    lanes: 2,
    emptyFirst: false,
    certainty: 'implied',
    seed: 1,
    ...members,
  };
}
