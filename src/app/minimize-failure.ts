import type { PreparedService, Progress } from './check-service.js';
import { diagnoseFailure, flakyService } from './control.js';
import type { FailedBaseline } from './minimize-baseline.js';
import type { Stage } from './stage.js';

/** Says why a service fails with everything that the engine's defaults and its policy grant, as a check says it. */
export async function explainBaseline(
  stage: Stage,
  { plan, failed, worked }: FailedBaseline,
  progress: Progress,
): Promise<void> {
  const { control, findings } = worked
    ? { control: null, findings: [flakyService(plan.service)] }
    : await diagnoseFailure(stage, plan, failed);
  progress.judgement = { declared: failed, control, trials: [], grants: [], findings };
}

/** Says that a service fails now and then although nothing was taken from it, so that no trial can be believed. */
export function explainUnsteady({ plan }: PreparedService, progress: Progress): void {
  progress.further = [flakyService(plan.service)];
}
