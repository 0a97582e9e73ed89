import type { CheckResult } from '../result.js';
import { runExitCode, type Concluded } from '../run-exit-code.js';
import type { FailOn } from '../verdict.js';
import { minimizeExitCode } from './minimize-exit-code.js';

/** The exit code of a result, by what was done: see `runExitCode` and `minimizeExitCode`. */
export function resultExitCode(result: Concluded & Pick<CheckResult, 'run'>, failOn: FailOn): 0 | 1 | 2 {
  return result.run.mode === 'minimize' ? minimizeExitCode(result) : runExitCode(result, failOn);
}
