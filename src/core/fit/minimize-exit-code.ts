import type { CheckResult } from '../result.js';
import { hadNothingToJudge, type Concluded } from '../run-exit-code.js';
import { exitCode } from '../verdict.js';

/**
 * The exit code of a minimization: 0 when what every service needs was found and confirmed, however the declared policy fits,
 * because the proposal is the answer to that, and when there was no service to minimize; else as for a check.
 */
export function minimizeExitCode(result: Concluded): 0 | 1 | 2 {
  if (hadNothingToJudge(result)) return 0;
  return isAnswered(result) && result.verdict !== 'unjudged' ? 0 : exitCode(result.verdict, 'loose');
}

function isAnswered({ services }: Pick<CheckResult, 'services'>): boolean {
  return services.length > 0 && services.every(({ minimize }) => minimize !== null);
}
