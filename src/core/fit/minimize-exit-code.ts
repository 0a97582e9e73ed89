import type { CheckResult } from '../result.js';
import { exitCode } from '../verdict.js';

/**
 * The exit code of a minimization: 0 when what every service needs was found and confirmed, however the declared policy fits,
 * because the proposal is the answer to that; else as for a check.
 */
export function minimizeExitCode({ verdict, services }: Pick<CheckResult, 'verdict' | 'services'>): 0 | 1 | 2 {
  const found = services.length > 0 && services.every(({ minimize }) => minimize !== null);
  return found && verdict !== 'unjudged' ? 0 : exitCode(verdict, 'loose');
}
