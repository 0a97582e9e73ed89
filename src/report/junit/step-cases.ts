import type { ServiceResult } from '../../core/result.js';
import type { StepOutcome } from '../../core/smoke/outcome.js';
import { xmlLines } from '../escape/xml.js';
import type { Outcome, TestCase } from './test-case.js';

/** How much of what a step showed is kept. */
const DIFFERENCE = { maxLines: 100, maxBytes: 16_384, keep: 'first' } as const;

/** A case for every step of the declared run: its start, its tests, its stop. None when it was not run. */
export function stepCases({ name, declared }: ServiceResult): readonly TestCase[] {
  return (declared?.steps ?? []).map((step) => ({
    className: name,
    name: step.name,
    duration: step.duration,
    outcome: outcomeOf(step),
  }));
}

function outcomeOf({ state, difference }: StepOutcome): Outcome {
  switch (state) {
    case 'passed':
      return { kind: 'passed', remarks: [] };
    case 'skipped':
      return { kind: 'skipped' };
    case 'failed':
      return { kind: 'failure', message: difference, lines: xmlLines(difference, DIFFERENCE) };
  }
}
