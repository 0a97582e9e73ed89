import { getState, warning } from '@actions/core';
import { createWorld } from '../adapters/world.js';
import { sweepAbandoned, sweepRun } from '../app/sweep.js';
import { EnvironmentError } from '../core/errors.js';
import { inline } from '../report/escape/neutralize.js';
import type { ActionLog } from './log.js';
import { RUN_STATE } from './state.js';

/**
 * The action's post step: removes what a main step that was killed left behind. The saved state only helps: whatever belongs to
 * a process that is gone is found by its labels.
 */
export async function sweepAfter(log: ActionLog): Promise<void> {
  const world = createWorld(log, { lifetime: 0 });
  const runId = getState(RUN_STATE);
  try {
    const own = runId === '' ? 0 : await sweepRun(world, runId);
    const others = await sweepAbandoned(world);
    if (own + others > 0) log.info(`removed ${own + others} things that the check had left behind`);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    warning(`could not look for leftovers: ${inline(error.message)}`);
  }
}
