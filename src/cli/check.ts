import { createWorld } from '../adapters/world.js';
import { check, CLEANUP_TIME } from '../app/check.js';
import { timeLimit } from '../app/time-limit.js';
import type { StandardId } from '../core/standards/standard.js';
import { exitCode, type FailOn } from '../core/verdict.js';
import { cancelOnSignals } from '../adapters/node/cancel-on-signals.js';
import { progressLog, silentLog } from './log.js';
import { publish, type Publication } from './publish.js';

/** Options of `tightfit check`, as commander gives them. */
export interface CheckFlags extends Publication {
  readonly service?: readonly string[];
  readonly standard?: readonly StandardId[];
  readonly timeout: string;
  readonly failOn: FailOn;
  readonly reach?: boolean;
  readonly quiet?: boolean;
}

/** Checks a policy, prints the report and gives the exit code. Throws UsageError for a wrong option. */
export async function runCheck(policyFile: string, flags: CheckFlags, version: string): Promise<number> {
  const timeout = timeLimit('--timeout', flags.timeout);
  const log = flags.quiet === true ? silentLog() : progressLog();
  const world = createWorld(log, { lifetime: timeout + CLEANUP_TIME });
  const cancelling = cancelOnSignals();
  const result = await check(world, {
    policyFile,
    services: flags.service ?? [],
    standards: flags.standard ?? [],
    reach: flags.reach ?? false,
    timeout,
    runId: world.host.uniqueName(),
    version,
    signal: cancelling.signal,
  });
  cancelling.done();
  await publish(result, flags);
  return exitCode(result.verdict, flags.failOn);
}
