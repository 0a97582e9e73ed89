import type { Finding } from '../core/finding.js';
import type { Service } from '../core/policy/policy.js';
import { ruleOf } from '../core/rules.js';
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

/** Says that a shard has made its part of a service's trials. */
export function leftToOthers({ name, at }: Service): Finding {
  return {
    rule: 'minimize-shared',
    severity: ruleOf('minimize-shared').severity,
    service: name,
    message: `the trials of ${name} are shared, and this shard has made its part`,
    advice: `Put the minimize-state.json files of all shards into one folder and finish with \`tightfit minimize --service ${name} --resume --report-dir\` and that folder.`,
    location: at(),
    grants: [],
  };
}

/** Says that a service fails now and then although nothing was taken from it, so that no trial can be believed. */
export function explainUnsteady({ plan }: PreparedService, progress: Progress): void {
  progress.further = [flakyService(plan.service)];
}
