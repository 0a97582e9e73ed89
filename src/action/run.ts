import { saveState, setFailed } from '@actions/core';
import manifest from '../../package.json' with { type: 'json' };
import { createWorld } from '../adapters/world.js';
import { check, CLEANUP_TIME } from '../app/check.js';
import { EnvironmentError, UsageError } from '../core/errors.js';
import { exitCode } from '../core/verdict.js';
import { inline } from '../report/escape/neutralize.js';
import { cancelOnSignals } from '../adapters/node/cancel-on-signals.js';
import { readInputs, type Inputs } from './inputs.js';
import type { ActionLog } from './log.js';
import { publish } from './publish.js';
import { RUN_STATE } from './state.js';

/** The action's main step. Gives the exit code; a mistake in the inputs and trouble are failures with exit code 2. */
export async function runAction(
  log: ActionLog,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  try {
    return await checkAndPublish(log, readInputs(environment));
  } catch (error) {
    log.close();
    if (!(error instanceof UsageError || error instanceof EnvironmentError)) throw error;
    setFailed(inline(error.message));
    return 2;
  }
}

async function checkAndPublish(log: ActionLog, inputs: Inputs): Promise<number> {
  const world = createWorld(log, { lifetime: inputs.timeout + CLEANUP_TIME });
  const runId = world.host.uniqueName();
  saveState(RUN_STATE, runId);
  const cancelling = cancelOnSignals();
  const result = await check(world, {
    policyFile: inputs.policy,
    services: inputs.services,
    timeout: inputs.timeout,
    runId,
    version: manifest.version,
    signal: cancelling.signal,
  });
  cancelling.done();
  log.close();
  await publish(log, result, inputs);
  return exitCode(result.verdict, inputs.failOn);
}
