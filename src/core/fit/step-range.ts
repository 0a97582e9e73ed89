import type { StepOutcome } from '../smoke/outcome.js';

/** From which step to which something was seen. Foreign text. */
export interface StepRange {
  readonly firstStep: string;
  readonly lastStep: string;
}

/** The range that spans all sightings, `null` when there are none. `steps`: their names in order. */
export function spanSteps(sightings: readonly StepRange[], steps: readonly string[]): StepRange | null {
  const [one, ...others] = sightings;
  if (one === undefined) return null;
  return others.reduce<StepRange>(
    (span, { firstStep, lastStep }) => ({
      firstStep: steps.indexOf(firstStep) < steps.indexOf(span.firstStep) ? firstStep : span.firstStep,
      lastStep: steps.indexOf(lastStep) > steps.indexOf(span.lastStep) ? lastStep : span.lastStep,
    }),
    { firstStep: one.firstStep, lastStep: one.lastStep },
  );
}

/**
 * Whether something may have been seen in a step, so far as its first and last one tell. Getting ready begins with the start:
 * a service that ends at once does so while the engine is still saying that it started.
 */
export function reachesStep({ firstStep, lastStep }: StepRange, step: StepOutcome, steps: readonly string[]): boolean {
  const position = steps.indexOf(step.name);
  const spans = steps.indexOf(firstStep) <= position && position <= steps.indexOf(lastStep);
  return spans || onlyInStep({ firstStep, lastStep }, step);
}

/** Whether something was seen in a step and in no other, where getting ready begins with the start. */
export function onlyInStep({ firstStep, lastStep }: StepRange, { kind, name }: StepOutcome): boolean {
  const within = kind === 'ready' ? ['start', name] : [name];
  return within.includes(firstStep) && within.includes(lastStep);
}
