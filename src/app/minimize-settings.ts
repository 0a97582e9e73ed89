import type { Service } from '../core/policy/policy.js';
import type { Journal } from './minimize-journal.js';

/** How services are minimized. */
export interface MinimizeSettings {
  /** How many trials run side by side. */
  readonly jobs: number;
  /** How often the final set is run again; `null`: as the policy says. */
  readonly repeats: number | null;
  /** Whether frozen calls are tried for their rows; `null`: as the policy says. */
  readonly tryFrozen: boolean | null;
  /** Decides ties: the same seed gives the same search. */
  readonly seed: number;
  /** Whether to go on from what an earlier run kept. */
  readonly resume: boolean;
  /** `null`: nothing is kept. */
  readonly journal: Journal | null;
}

/** The settings for one service, with nothing left open. */
export interface ChosenSettings extends MinimizeSettings {
  readonly repeats: number;
  readonly tryFrozen: boolean;
}

/** What was asked for, else what the service's policy says. */
export function chosen(settings: MinimizeSettings, { minimize }: Service): ChosenSettings {
  return {
    ...settings,
    repeats: settings.repeats ?? minimize.repeats,
    tryFrozen: settings.tryFrozen ?? minimize.tryFrozen,
  };
}

/** The recorder follows no more runs at once. */
export const MOST_JOBS = 8;

/** As many trials side by side as the machine has cores for. */
export function usualJobs(cpuCount: number): number {
  return Math.max(1, Math.min(MOST_JOBS, cpuCount));
}
