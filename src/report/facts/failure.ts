import type { ServiceResult } from '../../core/result.js';
import { failedStep, type ContainerEnd, type StepOutcome } from '../../core/smoke/outcome.js';
import { count, duration } from './wording.js';

/** What went wrong in the declared run. */
export interface Failure {
  /** `test "fetch a file", 3 attempts, 4.1 s`. Foreign text. */
  readonly step: string;
  /** What was seen and what was expected. Foreign text of many lines. */
  readonly difference: string;
  /** How the container ended, one sentence each. */
  readonly end: readonly string[];
  /** The end of the container's log. Foreign text of many lines. */
  readonly log: string;
}

/** The failing step of the declared run; `null` when there was none or nothing was run. */
export function failureOf({ declared }: ServiceResult): Failure | null {
  const step = declared === null ? null : failedStep(declared);
  if (declared === null || step === null) return null;
  return { step: stepLine(step), difference: step.difference, end: endOf(declared.end, step), log: declared.log };
}

function stepLine({ kind, name, attempts, duration: time }: StepOutcome): string {
  const tried = kind === 'test' && attempts > 1 ? [count(attempts, 'attempt')] : [];
  return [kind === 'test' ? `test "${name}"` : name, ...tried, duration(time)].join(', ');
}

function endOf({ exitCode, oomKilled, restarts, error }: ContainerEnd, step: StepOutcome): readonly string[] {
  const ended = exitCode !== null && step.kind !== 'stop';
  return [
    ...(ended ? [`The container ended with exit code ${exitCode}.`] : []),
    ...(oomKilled ? ['The kernel killed a process of it for memory.'] : []),
    ...(restarts > 0 ? [`The engine restarted it ${count(restarts, 'time')}.`] : []),
    ...(error !== '' && !step.difference.includes(error) ? [`The engine says: ${error}`] : []),
  ];
}
