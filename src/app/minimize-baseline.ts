import { EnvironmentError } from '../core/errors.js';
import type { PrivilegeBaseline } from '../core/fit/privilege.js';
import { steadyProcesses } from '../core/fit/steady-privilege.js';
import type { ExerciseResult } from '../core/smoke/outcome.js';
import { joinRecords } from '../core/trace/join-records.js';
import type { KernelRecord } from '../core/trace/record.js';
import { despiteTrouble } from './despite-trouble.js';
import { exerciseRecorded } from './exercise-recorded.js';
import type { ExercisePlan, Pace } from './exercise-plan.js';
import { lateness, paceOf } from './pace.js';
import type { Stage } from './stage.js';

/** What trials are measured by: runs with everything granted that the search began with, all of which worked. */
export interface Baseline {
  readonly plan: ExercisePlan;
  readonly runs: readonly ExerciseResult[];
  readonly pace: Pace;
  /** From when on each step is late, in milliseconds, by its name. */
  readonly late: ReadonlyMap<string, number>;
  readonly privilege: PrivilegeBaseline;
  /** Of all runs together; `null` when they were not recorded. */
  readonly record: KernelRecord | null;
}

/** The runs of a baseline of which one failed. */
export interface FailedBaseline {
  readonly plan: ExercisePlan;
  readonly failed: ExerciseResult;
  /** Whether another run worked under the same confinement: then it is the service that is not steady. */
  readonly worked: boolean;
}

/** Fewer could not tell what a service does every time. */
const LEAST_RUNS = 2;

/** Runs a plan as often as trials will run side by side, and at once, so that what they cost each other is in the measure. */
export async function runBaseline(stage: Stage, plan: ExercisePlan, jobs: number): Promise<Baseline | FailedBaseline> {
  const { beforeStop } = plan;
  const runs = await allOf(
    Array.from({ length: Math.max(LEAST_RUNS, jobs) }, (_, nth) =>
      despiteTrouble(stage, () => exerciseRecorded(stage, { ...plan, beforeStop: nth === 0 ? beforeStop : null })),
    ),
  );
  const failed = runs.find(({ works }) => !works);
  if (failed !== undefined) return { plan, failed, worked: runs.some(({ works }) => works) };
  return {
    plan: { ...plan, beforeStop: null },
    runs,
    pace: paceOf(runs),
    late: lateness(runs),
    privilege: { processes: steadyProcesses(runs.map(({ processes }) => processes ?? [])), declaredBeyond: 0n },
    record: joinRecords(runs.map(({ record }) => record)),
  };
}

/** The results of all, once all have ended. Throws what the first that failed threw. */
async function allOf<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
  const settled = await Promise.allSettled(work);
  return settled.map((one) => {
    if (one.status === 'fulfilled') return one.value;
    throw one.reason instanceof EnvironmentError ? one.reason : (one.reason as Error);
  });
}
