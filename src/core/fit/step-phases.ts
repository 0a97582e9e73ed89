import type { StepOutcome } from '../smoke/outcome.js';
import type { Phase } from '../trace/record.js';

/** A start fails by what the runtime is refused, a test by what the service or the test's own command is refused. */
export function phasesOf({ kind }: StepOutcome): readonly Phase[] {
  return kind === 'start' ? ['runtime', 'service'] : ['service', 'exec'];
}
