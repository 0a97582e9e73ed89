import { IDENTITY_GETTERS, runtimeFloor } from '../core/fit/runtime-floor.js';
import type { MinimizeProblem } from '../core/fit/minimize-state.js';
import type { ExerciseResult } from '../core/smoke/outcome.js';
import { narrowing } from '../core/trace/narrow.js';
import type { PreparedService } from './check-service.js';
import type { ExercisePlan } from './exercise-plan.js';
import type { Baseline } from './minimize-baseline.js';
import type { ChosenSettings } from './minimize-settings.js';
import type { TrialGround } from './minimize-trial.js';
import { stubProblem, stubProfile } from './minimize-stub.js';

export function syscallProblem(
  { engine, part }: PreparedService,
  { record }: Baseline,
  settings: ChosenSettings,
): MinimizeProblem {
  const seen = [...new Set(record?.used.map(({ syscall }) => syscall))].filter((n) => n !== 'clone3');
  const floor = [
    ...runtimeFloor({ ...engine.runtime, noNewPrivileges: part.service.run.noNewPrivileges }).calls,
    ...IDENTITY_GETTERS,
  ];
  const all = [...new Set([...seen, ...floor])];
  return stubProblem(all, floor, {
    unseen: [],
    recorded: record !== null,
    repeats: settings.repeats,
    tryFrozen: settings.tryFrozen,
    seed: settings.seed,
  });
}

/** How trials without some syscalls are made and compared. */
export function syscallGround(_prepared: PreparedService, baseline: Baseline, problem: MinimizeProblem): TrialGround {
  const { plan, pace, late, privilege, runs, record } = baseline;
  const { candidates, frozen, unseen } = problem;
  const all = [...candidates.map(({ name }) => name), ...frozen, ...unseen];
  const quiet = record === null ? [] : narrowing(record).filter((name) => frozen.includes(name));
  return {
    planWithout: ({ without, suspects }) => ({
      ...withProfile(plan, stubProfile(all.filter((name) => !without.includes(name)))),
      recording:
        plan.recording === null
          ? null
          : { ...plan.recording, narrowed: quiet.filter((name) => !without.includes(name)), watched: [] },
      pace,
      hopeless: { refused: new Set(suspects), late },
    }),
    privilege,
    baseline: runs,
    refusedOf,
  };
}

/** The same under another profile, given as its JSON text. */
function withProfile(plan: ExercisePlan, json: string): ExercisePlan {
  return { ...plan, confinement: { ...plan.confinement, seccomp: { kind: 'profile', json } } };
}

function refusedOf({ record }: ExerciseResult, without: readonly string[]): readonly string[] | null {
  if (record === null || !record.completeness.complete) return null;
  const refused = record.refused.map(({ syscall }) => syscall);
  if (refused.includes(null)) return null;
  return [...new Set(refused)].flatMap((name) => (name !== null && without.includes(name) ? [name] : []));
}
