import type { Sighting } from '../trace/record.js';

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

/** Whether something may have been seen in a step, so far as its first and last one tell. */
export function reachesStep(sighting: Sighting, step: string, steps: readonly string[]): boolean {
  const position = steps.indexOf(step);
  return steps.indexOf(sighting.firstStep) <= position && position <= steps.indexOf(sighting.lastStep);
}
