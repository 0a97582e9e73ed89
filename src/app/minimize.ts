import type { CheckResult } from '../core/result.js';
import type { World } from '../ports.js';
import { judgePolicy, type CheckRequest } from './check.js';
import { minimizeService } from './minimize-service.js';
import type { MinimizeSettings } from './minimize-settings.js';

/** What to minimize, and how. */
export interface MinimizeRequest extends CheckRequest {
  readonly settings: MinimizeSettings;
}

/**
 * Finds what each service of a policy needs: runs it without its grants, in the order of `minimizeService`. Gives a result
 * whatever happens, as `check` does. Throws UsageError when a requested service does not exist.
 */
export function minimize(world: World, request: MinimizeRequest): Promise<CheckResult> {
  return judgePolicy(world, request, {
    mode: 'minimize',
    judgeService: (stage, job) => minimizeService(stage, job, request.settings),
  });
}
