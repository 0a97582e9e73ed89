import { DOCKER_DEFAULT_CAPABILITIES, CAPABILITIES, type Capability } from '../core/capability/names.js';
import { capabilityRisk, riskiestFirst } from '../core/capability/risk.js';
import type { MinimizeCertificate, MinimizeProblem } from '../core/fit/minimize-state.js';
import { exercisedCapabilities } from '../core/trace/exercised.js';
import { narrowing } from '../core/trace/narrow.js';
import type { ExerciseResult } from '../core/smoke/outcome.js';
import type { ExercisePlan } from './exercise-plan.js';
import type { Baseline } from './minimize-baseline.js';
import type { TrialGround } from './minimize-trial.js';

/** The capabilities a search begins with, in bit order: Docker's own and those granted beyond. */
export function capabilitiesToStartWith(granted: readonly Capability[]): readonly Capability[] {
  return CAPABILITIES.filter((name) => isDefault(name) || granted.includes(name));
}

function isDefault(name: Capability): boolean {
  return DOCKER_DEFAULT_CAPABILITIES.some((usual) => usual === name);
}

/** How likely one that the kernel was asked for is needed: it asks for some just in case. */
const LIKELIHOOD = 0.5;

/** What to search: those the service was seen to exercise one by one, the others at once. */
export function capabilityProblem(
  from: readonly Capability[],
  { record }: Pick<Baseline, 'record'>,
  seed: number,
): MinimizeProblem {
  const seen =
    record === null || record.capabilitySource === 'none' ? null : exercisedCapabilities(record, new Set(from));
  const tried = from.filter((name) => seen === null || seen.some(({ capability }) => capability === name));
  return {
    candidates: riskiestFirst(tried).map((name) => ({
      name,
      likelihood: LIKELIHOOD,
      weight: capabilityRisk(name).weight,
    })),
    frozen: [],
    unseen: from.filter((name) => !tried.includes(name)),
    recorded: seen !== null,
    repeats: 0,
    tryFrozen: false,
    lanes: 1,
    emptyFirst: true,
    certainty: 'alone',
    seed,
  };
}

/** How trials without some capabilities are made and compared. */
export function capabilityGround(baseline: Baseline, from: readonly Capability[]): TrialGround {
  const { plan, pace, privilege, record } = baseline;
  return {
    planWithout: ({ without }) => ({
      ...withCapabilities(
        plan,
        from.filter((name) => !without.includes(name)),
      ),
      recording:
        plan.recording === null ? null : { ...plan.recording, narrowed: record === null ? [] : narrowing(record) },
      pace,
      hopeless: null,
    }),
    privilege,
    baseline: baseline.runs,
    refusedOf,
  };
}

/** The capabilities that a search left, in bit order. */
export function keptOf(from: readonly Capability[], { removed }: MinimizeCertificate): readonly Capability[] {
  return from.filter((name) => !removed.includes(name));
}

/** The same with these capabilities and no others. */
export function withCapabilities(plan: ExercisePlan, kept: readonly Capability[]): ExercisePlan {
  return { ...plan, confinement: { ...plan.confinement, capDrop: ['ALL'], capAdd: kept } };
}

function refusedOf({ record }: ExerciseResult, without: readonly string[]): readonly string[] | null {
  if (record === null || record.capabilitySource === 'none' || !record.completeness.complete) return null;
  const refused = record.capabilities.filter(({ phase, outcome }) => phase === 'service' && outcome === 'refused');
  return [...new Set(refused.map(({ capability }) => capability))].filter((name) => without.includes(name));
}
