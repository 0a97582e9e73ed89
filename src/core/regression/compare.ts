import { whyNotKnown } from '../diff/known-behaviour.js';
import { resultDifferences } from '../diff/result-differences.js';
import type { CheckResult, ServiceResult } from '../result.js';
import type { BaselineComparison, Uncompared } from './baseline.js';

/** An earlier result and what the user called it. */
export interface Baseline {
  readonly file: string;
  readonly result: CheckResult;
}

/** How a run differs from its baseline. Services that the run was not about are left out: a part of a policy is no regression. */
export function compareWithBaseline(baseline: Baseline, after: CheckResult): BaselineComparison {
  const { run, tool, services } = baseline.result;
  const names = new Set(after.services.map(({ name }) => name));
  const before = { ...baseline.result, services: services.filter(({ name }) => names.has(name)) };
  return {
    file: baseline.file,
    run: { id: run.id, startedAt: run.startedAt, version: tool.version },
    differences: resultDifferences({ before, after }),
    uncompared: after.services.flatMap((service) => uncompared(service, before.services)),
  };
}

/** A comparison with a file that cannot be used; `reason`: a clause. */
export function notCompared(file: string, reason: string): BaselineComparison {
  return { file, run: null, differences: [], uncompared: [{ service: null, reason }] };
}

/** Of a service that fails there is nothing to add: it has its own findings. */
function uncompared(after: ServiceResult, baseline: readonly ServiceResult[]): readonly Uncompared[] {
  const before = baseline.find(({ name }) => name === after.name);
  if (before === undefined) return [{ service: after.name, reason: 'the baseline has no service of that name' }];
  const then = whyNotKnown(before);
  if (then !== null) return [{ service: after.name, reason: `in the baseline ${then}` }];
  const now = after.declared?.works === true ? whyNotKnown(after) : null;
  return now === null ? [] : [{ service: after.name, reason: `in this run ${now}` }];
}
