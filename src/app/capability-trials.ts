import type { Capability } from '../core/capability/names.js';
import {
  nextCapabilityTrial,
  recordCapabilityTrial,
  startCapabilityTrials,
  type CapabilityTrials,
  type NextTrial,
} from '../core/fit/capability-trials.js';
import { privilegeGains } from '../core/fit/privilege.js';
import { steadyProcesses } from '../core/fit/steady-privilege.js';
import type { Trial } from '../core/result.js';
import { failedStep, type ExerciseResult } from '../core/smoke/outcome.js';
import { describe } from '../core/smoke/step-findings.js';
import { exercise } from './exercise.js';
import type { ExercisePlan } from './exercise-plan.js';
import { paceOf } from './pace.js';
import type { Stage } from './stage.js';

/** A declared run that works, and the capabilities it was granted in the order they are tried. */
export interface TrialGround {
  readonly plan: ExercisePlan;
  readonly declared: ExerciseResult;
  readonly granted: readonly Capability[];
}

export interface TrialOutcome {
  readonly trials: readonly Trial[];
  readonly unneeded: readonly Capability[];
}

/** Runs the service without each granted capability, the empty set first, then cumulatively one by one. */
export async function tryCapabilities(stage: Stage, ground: TrialGround): Promise<TrialOutcome> {
  const done: Trial[] = [];
  let search: CapabilityTrials = startCapabilityTrials(ground.granted);
  for (let next = nextCapabilityTrial(search); next !== null; next = nextCapabilityTrial(search)) {
    stage.world.log.progress(`trial ${done.length + 1}: without ${next.without.join(', ')}`);
    const trial = await runTrial(stage, ground, next);
    done.push(trial);
    search = recordCapabilityTrial(search, trial);
  }
  return { trials: done, unneeded: search.unneeded };
}

async function runTrial(stage: Stage, ground: TrialGround, next: NextTrial): Promise<Trial> {
  const { plan, declared } = ground;
  const result = await exercise(stage, {
    ...plan,
    confinement: { ...plan.confinement, capDrop: ['ALL'], capAdd: next.kept },
    recording: null,
    pace: paceOf([declared]),
  });
  const failure = failureOf(declared, result);
  return { ...next, works: failure === '', failure, duration: result.duration };
}

function failureOf(declared: ExerciseResult, result: ExerciseResult): string {
  const step = failedStep(result);
  if (step !== null) return `${describe(step)}: ${step.difference.split('\n')[0] ?? ''}`;
  if (!result.works) return 'a process was killed for memory';
  const baseline = { processes: steadyProcesses([declared.processes ?? []]), declaredBeyond: 0n };
  const [gain] = privilegeGains(baseline, result.processes ?? []);
  return gain === undefined ? '' : `process "${gain.process.lineage}" ${gain.gains.join(' and ')}`;
}
