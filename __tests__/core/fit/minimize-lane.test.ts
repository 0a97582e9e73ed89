import { describe, expect, test } from '@jest/globals';
import {
  digestInLane,
  laneSuspects,
  startLane,
  type Lane,
  type LaneContext,
  type LaneStep,
} from '../../../src/core/fit/minimize-lane.js';
import { NO_EFFECT, type TrialOutcome } from '../../../src/core/fit/minimize-state.js';
import { sampleProblem } from '../../support/sample-problem.js';

const CANDIDATES = ['a', 'b'].map((name) => ({ name, likelihood: 0, weight: 1 }));
const CONTEXT: LaneContext = {
  problem: sampleProblem({ candidates: CANDIDATES }),
  candidates: CANDIDATES,
  base: [],
  trial: 1,
};

function outcome(works: boolean): TrialOutcome {
  return { id: '1', works, privilege: 'same', refused: [], effect: NO_EFFECT, duration: 0 };
}

/** The steps of a lane whose trials work as told, one after another. */
function stepsOf(...works: readonly boolean[]): readonly LaneStep[] {
  let lane: Lane = startLane(CONTEXT, ['a', 'b'], { whole: true });
  return works.map((one) => {
    const step = digestInLane(lane, outcome(one), CONTEXT);
    lane = step.lane;
    return step;
  });
}

describe('a trial that fails and was refused nothing', () => {
  test('is doubted: a control without it comes before it is believed', () => {
    const [step] = stepsOf(false);
    expect(step).toMatchObject({ flaky: false, evidence: [], lane: { doubt: 'control' } });
    expect(step && laneSuspects(step.lane)).toEqual([]);
  });

  test('is made again after a control that passes, and believed when it fails again', () => {
    const [, control, again] = stepsOf(false, true, false);
    expect(control).toMatchObject({ flaky: false, lane: { doubt: 'trial again', trying: ['a', 'b'] } });
    expect(again?.evidence.map(({ without }) => without)).toEqual([['a', 'b']]);
  });

  test('does not make the service flaky when one control fails, only when a second one does', () => {
    const [, first, second] = stepsOf(false, false, false);
    expect(first).toMatchObject({ flaky: false, lane: { doubt: 'control again' } });
    expect(second).toMatchObject({ flaky: true, evidence: [] });
  });

  test('is made again when the second control passes', () => {
    const [, , second] = stepsOf(false, false, true);
    expect(second).toMatchObject({ flaky: false, lane: { doubt: 'trial again' } });
  });
});
