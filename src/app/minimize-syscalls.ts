import type { Capability } from '../core/capability/names.js';
import type { MinimizeProblem } from '../core/fit/minimize-state.js';
import { SEARCH_DEFAULTS, syscallProblem } from '../core/fit/minimize-problem.js';
import { commonFloor, type RuntimeFloor } from '../core/fit/runtime-floor.js';
import { permissions } from '../core/seccomp/allowed.js';
import { emitProfile } from '../core/seccomp/emit.js';
import { fittedProfile, type ProfileFit } from '../core/seccomp/fitted-profile.js';
import type { ExerciseResult } from '../core/smoke/outcome.js';
import { narrowing } from '../core/trace/narrow.js';
import type { PreparedService } from './check-service.js';
import type { ExercisePlan } from './exercise-plan.js';
import type { Baseline } from './minimize-baseline.js';
import { ceilingFilters } from './minimize-ceiling.js';
import type { ChosenSettings } from './minimize-settings.js';
import type { TrialGround } from './minimize-trial.js';

/** How the search for syscalls is set up. */
export interface SyscallSearch {
  readonly problem: MinimizeProblem;
  /** What the runtimes need that the policy is to run on. */
  readonly floor: RuntimeFloor;
  /** The profile that lets through these calls, as JSON text. */
  readonly profileOf: (allowed: readonly string[]) => string;
}

/** Sets the search up from what the service used with the needed capabilities. */
export function syscallSearch(
  prepared: PreparedService,
  { baseline, needed }: { readonly baseline: Baseline; readonly needed: readonly Capability[] },
  { repeats, tryFrozen, seed }: ChosenSettings,
): SyscallSearch {
  const { engine, part } = prepared;
  const { ceiling, reference } = ceilingFilters(prepared, needed);
  const { record } = baseline;
  const fit: Omit<ProfileFit, 'allowed'> = {
    reference,
    beyond: ceiling,
    facts: record?.facts ?? [],
    compat: record?.blindSpots.some(({ kind }) => kind === 'compat') ?? false,
  };
  const granted = [...permissions(ceiling)].filter(([, permission]) => permission !== 'never').map(([name]) => name);
  const used = record === null ? null : [...new Set(record.used.map(({ syscall }) => syscall))];
  const { run, runtimes } = part.service;
  const floor = commonFloor({ engine: engine.runtime, runtimes, noNewPrivileges: run.noNewPrivileges });
  return {
    floor,
    problem: syscallProblem({ granted, used, floor }, { ...SEARCH_DEFAULTS, repeats, tryFrozen, seed }),
    profileOf: (allowed) => emitProfile(fittedProfile({ ...fit, allowed })),
  };
}

/** How trials without some syscalls are made and compared. */
export function syscallGround(baseline: Baseline, { problem, profileOf }: SyscallSearch): TrialGround {
  const { plan, pace, late, privilege, runs, record } = baseline;
  const all = callsOf(problem);
  const quiet = record === null ? [] : narrowing(record);
  return {
    planWithout: ({ without, suspects }) => {
      const kept = all.filter((name) => !without.includes(name));
      return {
        ...withProfile(plan, profileOf(kept)),
        recording: plan.recording && {
          ...plan.recording,
          narrowed: quiet.filter((name) => kept.includes(name)),
          watched: [],
          callsOnly: true,
        },
        pace,
        hopeless: { refused: new Set(suspects), late },
      };
    },
    privilege,
    baseline: runs,
    refusedOf,
  };
}

/** Every call that a search is about. */
function callsOf({ candidates, frozen, unseen }: MinimizeProblem): readonly string[] {
  return [...candidates.map(({ name }) => name), ...frozen, ...unseen];
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
