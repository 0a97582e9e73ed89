import { cancelOnSignals } from '../adapters/node/cancel-on-signals.js';
import { writeWhole } from '../adapters/node/write-whole.js';
import { createWorld } from '../adapters/world.js';
import { CLEANUP_TIME } from '../app/check.js';
import { initPolicy } from '../app/init/init.js';
import { timeLimit } from '../app/time-limit.js';
import { drafted, initialized } from '../report/terminal/initialized.js';
import { progressLog } from './log.js';
import { print, reportLook } from './print.js';

/** Options of `tightfit init`, as commander gives them. */
export interface InitFlags {
  readonly image?: string;
  readonly name?: string;
  readonly force?: boolean;
  /** False for --no-run. */
  readonly run: boolean;
  readonly dryRun?: boolean;
  readonly timeout: string;
}

/** Writes a first policy, says what to do next and gives the exit code. Throws UsageError and EnvironmentError; then nothing is written. */
export async function runInit(path: string, flags: InitFlags): Promise<number> {
  const timeout = timeLimit('--timeout', flags.timeout);
  const world = createWorld(progressLog(), { lifetime: timeout + CLEANUP_TIME });
  const cancelling = cancelOnSignals();
  const replace = flags.force === true;
  const dryRun = flags.dryRun === true;
  const result = await initPolicy(world, {
    path,
    image: flags.image ?? null,
    name: flags.name ?? null,
    run: flags.run,
    replace: replace || dryRun,
    timeout,
    runId: world.host.uniqueName(),
    signal: cancelling.signal,
  });
  cancelling.done();
  if (dryRun) {
    print(drafted(result.files));
    return 0;
  }
  const written = await writeWhole(result.folder, result.files, { replace });
  print(initialized({ ...result, written }, reportLook()));
  return 0;
}
