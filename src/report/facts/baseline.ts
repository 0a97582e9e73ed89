import type { BaselineComparison } from '../../core/regression/baseline.js';
import type { Difference } from '../../core/diff/difference.js';

/** Of what run the baseline tells, or why nothing could be compared. Foreign text. */
export function baselineText({ file, run }: BaselineComparison): string {
  return run === null
    ? `${file} could not be used`
    : `${file}: run ${run.id} of ${run.startedAt}, tightfit ${run.version}`;
}

/** What could not be compared, a sentence each; `service`: of this one alone. Foreign text. */
export function uncomparedTexts({ uncompared }: BaselineComparison, service: string | null = null): readonly string[] {
  return uncompared
    .filter((one) => service === null || one.service === null || one.service === service)
    .map((one) => `${one.service === null ? 'not compared' : `${one.service}: not known what is new`}: ${one.reason}`);
}

/** What to say where nothing has changed. */
export const NO_DIFFERENCE = 'Nothing that was granted, used or refused has changed.';

/** Whether a difference is about what a service did, and not about what it was granted. */
export function isBehaviour({ aspect }: Difference): boolean {
  return aspect === 'use' || aspect === 'need' || aspect === 'refusal';
}
