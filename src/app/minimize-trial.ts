import { effectOf } from '../core/fit/effect-of.js';
import type { TrialOutcome, TrialRequest } from '../core/fit/minimize-state.js';
import { privilegeGains, type PrivilegeBaseline, type PrivilegeGain } from '../core/fit/privilege.js';
import { failedStep, type ExerciseResult } from '../core/smoke/outcome.js';
import { exercise } from './exercise.js';
import type { ExercisePlan } from './exercise-plan.js';
import { wasHeldUp } from './pace.js';
import type { Stage } from './stage.js';

/** What trials are compared with. */
export interface TrialGround {
  /** How the service is run without some names. */
  readonly planWithout: (request: TrialRequest) => ExercisePlan;
  readonly privilege: PrivilegeBaseline;
  /** Runs that worked with everything. */
  readonly baseline: readonly ExerciseResult[];
  /** Names of `without` that a run was refused, in order; `null` when that is not known completely. */
  readonly refusedOf: (result: ExerciseResult, without: readonly string[]) => readonly string[] | null;
}

/** The same ground for a trial that calls `onLate` when it will mostly wait from then on. */
export function tellingWhenLate(ground: TrialGround, onLate: () => void): TrialGround {
  return {
    ...ground,
    planWithout: (request) => {
      const { hopeless, ...plan } = ground.planWithout(request);
      return { ...plan, hopeless: hopeless && { ...hopeless, onLate } };
    },
  };
}

/**
 * Runs the service without some grants. A run on a machine that was busy, or one in which a process was seen with more privilege,
 * maybe just before it dropped it, is made once more and counts only when it shows the same again.
 */
export async function tryWithout(stage: Stage, ground: TrialGround, request: TrialRequest): Promise<TrialOutcome> {
  const plan = ground.planWithout(request);
  const first = await exercise(stage, plan);
  const again = isDoubtful(ground, first) ? await exercise(stage, plan) : first;
  return outcomeOf(ground, request, again);
}

function isDoubtful(ground: TrialGround, result: ExerciseResult): boolean {
  if (result.works) return gainsOf(ground, result).length > 0;
  return failedStep(result)?.kind !== 'start' && wasHeldUp(result, ground.baseline);
}

function outcomeOf(ground: TrialGround, { id, without, suspects }: TrialRequest, result: ExerciseResult): TrialOutcome {
  const gains = gainsOf(ground, result);
  return {
    id,
    works: result.works,
    privilege: gains.length > 0 ? 'more' : 'same',
    refused: ground.refusedOf(result, without),
    effect: effectOf({ result, gains, without: suspects }),
    duration: result.duration,
  };
}

function gainsOf({ privilege }: TrialGround, { processes }: ExerciseResult): readonly PrivilegeGain[] {
  return privilegeGains(privilege, processes ?? []);
}
