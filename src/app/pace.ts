import type { ExerciseResult } from '../core/smoke/outcome.js';
import type { Pace } from './exercise-plan.js';

/** How much longer than in runs that worked a trial's steps may take, and the least that they get, in milliseconds. */
const PATIENCE = 3;
const LEAST = 1000;

/** How much later than in runs that worked a step is late, and the least that it gets before, in milliseconds. */
const LATE = 1.5;
const LATE_AT_LEAST = 800;

/**
 * Deadlines from runs that worked, so that a trial that hangs does not wait for the policy's generous timeouts. Of several
 * runs the slowest counts.
 */
export function paceOf(worked: readonly Pick<ExerciseResult, 'steps' | 'end'>[]): Pace {
  const slowest = slowestSteps(worked);
  const bound = (name: string): number => Math.max(LEAST, PATIENCE * (slowest.get(name) ?? 0));
  const tests = worked.flatMap(({ steps }) => steps.filter(({ kind }) => kind === 'test'));
  return {
    ready: bound('ready'),
    tests: new Map(tests.map(({ name }) => [name, bound(name)])),
    stop: bound('stop'),
    exitCode: worked[0]?.end.exitCode ?? null,
  };
}

/** From when on each step is late, in milliseconds, by its name. */
export function lateness(worked: readonly Pick<ExerciseResult, 'steps'>[]): ReadonlyMap<string, number> {
  return new Map([...slowestSteps(worked)].map(([name, duration]) => [name, Math.max(LATE_AT_LEAST, LATE * duration)]));
}

function slowestSteps(worked: readonly Pick<ExerciseResult, 'steps'>[]): ReadonlyMap<string, number> {
  const slowest = new Map<string, number>();
  for (const { name, duration } of worked.flatMap(({ steps }) => steps)) {
    slowest.set(name, Math.max(duration, slowest.get(name) ?? 0));
  }
  return slowest;
}

/** How much longer than in runs that worked the steps before the one that failed took, when the machine was busy. */
const HELD_UP = 1.5;

/** Whether a run that failed was slow before it failed: then the machine may be to blame for what came late. */
export function wasHeldUp(
  failed: Pick<ExerciseResult, 'steps'>,
  worked: readonly Pick<ExerciseResult, 'steps'>[],
): boolean {
  const slowest = slowestSteps(worked);
  const passed = failed.steps.filter(({ state }) => state === 'passed');
  const usual = passed.reduce((sum, { name }) => sum + (slowest.get(name) ?? 0), 0);
  return passed.reduce((sum, { duration }) => sum + duration, 0) > HELD_UP * usual;
}
