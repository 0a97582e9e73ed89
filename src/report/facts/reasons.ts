import type { Finding } from '../../core/finding.js';
import type { CheckResult } from '../../core/result.js';
import { judge } from '../../core/verdict.js';
import type { Subject } from './subject.js';

/** The findings that gave a subject its verdict, the most telling first. Empty when it is tight. */
export function reasonsFor({ name, service, verdict }: Subject, { findings }: CheckResult): readonly Finding[] {
  const own = findings.filter((finding) => service === null || finding.service === null || finding.service === name);
  return own
    .filter((finding) => finding.severity === 'error' && judge([finding]) === verdict)
    .sort((a, b) => Number(isDetail(a)) - Number(isDetail(b)));
}

/** Under a conclusion such as `broken-by-confinement` stands the step that led to it. */
function isDetail({ rule }: Finding): boolean {
  return DETAILS.has(rule);
}

const DETAILS: ReadonlySet<string> = new Set([
  'start-refused',
  'not-ready',
  'exited-early',
  'test-failed',
  'stop-not-graceful',
  'out-of-memory',
]);
