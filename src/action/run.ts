import { saveState, setFailed, setOutput } from '@actions/core';
import manifest from '../../package.json' with { type: 'json' };
import { createWorld } from '../adapters/world.js';
import { journalFolder } from '../adapters/node/journal-folder.js';
import { createFiles } from '../adapters/node/files.js';
import { readRunEvent } from '../adapters/node/run-event.js';
import { check, CLEANUP_TIME, type CheckRequest } from '../app/check.js';
import { mergeResults } from '../app/merge-results.js';
import { minimize } from '../app/minimize.js';
import { usualJobs } from '../app/minimize-settings.js';
import { jobsOption } from '../app/part-options.js';
import { EnvironmentError, UsageError } from '../core/errors.js';
import type { CheckResult } from '../core/result.js';
import { strangeCode } from '../core/run-event/strange-code.js';
import { resultExitCode } from '../core/fit/result-exit-code.js';
import { inline } from '../report/escape/neutralize.js';
import type { World } from '../ports.js';
import { cancelOnSignals } from '../adapters/node/cancel-on-signals.js';
import { readInputs, type Inputs } from './inputs.js';
import type { ActionLog } from './log.js';
import { mergeIntoProfile } from './merge-into-profile.js';
import { publish } from './publish.js';
import { RUN_STATE } from './state.js';

/** The action's main step. Gives the exit code; a mistake in the inputs and trouble are failures with exit code 2. */
export async function runAction(
  log: ActionLog,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  try {
    const inputs = readInputs(environment);
    await refuseStrangeCode(environment);
    return await checkAndPublish(log, inputs);
  } catch (error) {
    log.close();
    if (!(error instanceof UsageError || error instanceof EnvironmentError)) throw error;
    setFailed(inline(error.message));
    setOutput('verdict', 'unjudged');
    return 2;
  }
}

/** Throws UsageError when a stranger's code would run with this repository's privilege. */
async function refuseStrangeCode(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  const refusal = strangeCode(await readRunEvent(environment));
  if (refusal !== null) throw new UsageError(refusal);
}

async function checkAndPublish(log: ActionLog, inputs: Inputs): Promise<number> {
  if (inputs.profile !== '') return mergeIntoProfile(log, inputs);
  const result =
    inputs.mode === 'merge' ? await mergeResults(createFiles(), inputs.results) : await judged(log, inputs);
  log.close();
  await publish(log, result, inputs);
  return resultExitCode(result, inputs.failOn);
}

async function judged(log: ActionLog, inputs: Inputs): Promise<CheckResult> {
  const world = createWorld(log, { lifetime: inputs.timeout + CLEANUP_TIME, cache: inputs.cache });
  const { cpuCount } = world.host;
  const jobs = inputs.jobs === null ? null : jobsOption('jobs', inputs.jobs, cpuCount);
  const runId = world.host.uniqueName();
  saveState(RUN_STATE, runId);
  const cancelling = cancelOnSignals();
  const request = {
    policyFile: inputs.policy,
    services: inputs.services,
    images: inputs.images,
    standards: inputs.standards,
    shard: inputs.shard,
    changedOnly: inputs.changedOnly,
    baseline: inputs.baseline === '' ? null : inputs.baseline,
    timeout: inputs.timeout,
    runId,
    version: manifest.version,
    signal: cancelling.signal,
  };
  const result =
    inputs.mode === 'minimize'
      ? await minimized(world, request, { ...inputs, jobs: jobs ?? usualJobs(cpuCount) })
      : await check(world, { ...request, reach: inputs.reach, jobs: jobs ?? 1 });
  cancelling.done();
  return result;
}

/** A search that the runner cuts short keeps what it had proven in the report folder, to be resumed, and so does a shard. */
function minimized(
  world: World,
  request: CheckRequest,
  { jobs, reportDir, resume }: Pick<Inputs, 'reportDir' | 'resume'> & { readonly jobs: number },
): Promise<CheckResult> {
  const journal = reportDir === '' ? null : journalFolder(reportDir);
  const settings = { jobs, repeats: null, tryFrozen: null, seed: 0, resume, journal };
  return minimize(world, { ...request, settings });
}
