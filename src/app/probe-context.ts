import type { ExercisePlan } from './exercise-plan.js';
import type { ProbeContext } from './probe/context.js';
import type { Stage } from './stage.js';
import type { Subject } from './subject.js';

/** A running service and what it is run for. */
export interface ProbeSetting {
  readonly stage: Stage;
  readonly plan: ExercisePlan;
  readonly subject: Subject;
}

/** What a probe of this service gets; `timeout` in milliseconds. */
export function probeContext({ stage, plan, subject }: ProbeSetting, timeout: number): ProbeContext {
  const { container, network, route, signal } = subject;
  return { stage, container, network, route, clientImages: plan.clientImages, timeout, signal };
}
