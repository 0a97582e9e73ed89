import { writeWhole } from '../adapters/node/write-whole.js';
import { initPolicy } from '../app/init/init.js';
import { drafted, initialized } from '../report/terminal/initialized.js';
import { print, reportLook } from './print.js';
import { withWorld, type WorkFlags } from './with-world.js';

/** Options of `tightfit init`, as commander gives them. */
export interface InitFlags extends WorkFlags {
  readonly image?: string;
  readonly name?: string;
  readonly force?: boolean;
  /** False for --no-run. */
  readonly run: boolean;
  readonly dryRun?: boolean;
}

/** Writes a first policy, says what to do next and gives the exit code. Throws UsageError and EnvironmentError; then nothing is written. */
export async function runInit(path: string, flags: InitFlags): Promise<number> {
  const replace = flags.force === true;
  const dryRun = flags.dryRun === true;
  const result = await withWorld(flags, ({ world, timeout, runId, signal }) =>
    initPolicy(world, {
      path,
      image: flags.image ?? null,
      name: flags.name ?? null,
      run: flags.run,
      replace: replace || dryRun,
      timeout,
      runId,
      signal,
    }),
  );
  if (dryRun) {
    print(drafted(result.files));
    return 0;
  }
  const written = await writeWhole(result.folder, result.files, { replace });
  print(initialized({ ...result, written }, reportLook()));
  return 0;
}
