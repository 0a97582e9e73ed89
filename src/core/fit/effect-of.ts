import { failedStep, type ExerciseResult } from '../smoke/outcome.js';
import type { Refusal } from '../trace/record.js';
import type { Effect } from './minimize-report.js';
import type { TrialEffect } from './minimize-state.js';
import type { PrivilegeGain } from './privilege.js';
import { describeAnswer } from './refusal-answer.js';

/** A run without some grants, and how it differs from the baseline. */
export interface TrialRun {
  readonly result: ExerciseResult;
  /** Processes with more privilege than their counterparts in the baseline. */
  readonly gains: readonly PrivilegeGain[];
  /** The syscalls or capabilities whose removal the run is about. */
  readonly without: readonly string[];
}

/** How far a service came without some grants, where it stopped and what it was refused there. */
export function effectOf({ result, gains, without }: TrialRun): TrialEffect {
  const step = failedStep(result);
  const refusals = refusalsOf(result, without);
  return {
    effect: kindOf(result, gains),
    step: step?.name ?? '',
    message: step?.difference.split('\n')[0] ?? gainMessage(gains),
    program: refusals.at(-1)?.program ?? '',
    refused: [...new Set(refusals.map(({ text }) => text))],
  };
}

const EFFECT_OF_STEP = {
  start: 'will-not-start',
  ready: 'not-ready',
  test: 'test-fails',
  stop: 'stops-uncleanly',
} as const satisfies Record<string, Effect>;

/** A run whose steps all pass can still fail because a process was killed for memory. */
function kindOf(result: ExerciseResult, gains: readonly PrivilegeGain[]): Effect {
  const step = failedStep(result);
  if (step !== null) return EFFECT_OF_STEP[step.kind];
  if (!result.works) return 'stops-uncleanly';
  return gains.length > 0 ? 'more-privileged' : 'works';
}

function gainMessage([gain]: readonly PrivilegeGain[]): string {
  return gain === undefined ? '' : `process "${gain.process.lineage}" ${gain.gains.join(' and ')}`;
}

interface ShownRefusal {
  readonly program: string;
  readonly text: string;
}

/** In the order of the record, which is that of the first refusals. */
function refusalsOf({ record }: ExerciseResult, without: readonly string[]): readonly ShownRefusal[] {
  if (record === null) return [];
  const calls = record.refused
    .filter((refusal): refusal is Refusal & { syscall: string } => refusal.syscall !== null)
    .filter(({ syscall }) => without.includes(syscall))
    .map(({ program, syscall, answer }) => ({ program, text: `${syscall} (${describeAnswer(answer)})` }));
  const capabilities = record.capabilities
    .filter(({ capability, outcome }) => outcome === 'refused' && without.includes(capability))
    .map(({ program, capability }) => ({ program, text: capability }));
  return [...calls, ...capabilities];
}
