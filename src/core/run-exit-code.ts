import type { CheckResult } from './result.js';
import { exitCode, judge, type FailOn } from './verdict.js';

/** What of a result decides the exit code. */
export type Concluded = Pick<CheckResult, 'verdict' | 'services' | 'findings'>;

/**
 * The exit code of a run: that of its verdict. A run that had no service to judge, because others have them all or none has
 * changed, passes without being tight: there was nothing to fail at.
 */
export function runExitCode(result: Concluded, failOn: FailOn): 0 | 1 | 2 {
  return hadNothingToJudge(result) ? 0 : exitCode(result.verdict, failOn);
}

/**
 * Whether no service was to be judged, and nothing went wrong in finding that out. Nor was one of which a shard only made its
 * part of the trials, whatever there is to say of its policy.
 */
export function hadNothingToJudge({ services, findings }: Concluded): boolean {
  if (services.length > 0) return false;
  return findings.some(({ rule }) => rule === 'minimize-shared')
    ? judge(findings) !== 'unjudged'
    : findings.every(({ severity }) => severity !== 'error');
}
