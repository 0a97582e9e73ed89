import { journalFolder } from '../adapters/node/journal-folder.js';
import { givenImage } from '../app/given-images.js';
import { minimize } from '../app/minimize.js';
import { usualJobs, type MinimizeSettings } from '../app/minimize-settings.js';
import { jobsOption, shardOption } from '../app/part-options.js';
import { UsageError } from '../core/errors.js';
import { minimizeExitCode } from '../core/fit/minimize-exit-code.js';
import { changedOnly, type ChangedOnlyFlags } from './changed-only.js';
import { publish, type Publication } from './publish.js';
import { withWorld, type WorkFlags } from './with-world.js';

/** Options of `tightfit minimize`, as commander gives them. */
export interface MinimizeFlags extends Publication, WorkFlags, ChangedOnlyFlags {
  readonly service?: readonly string[];
  readonly image?: readonly string[];
  readonly baseline?: string;
  readonly jobs?: string;
  readonly shard?: string;
  readonly repeats?: string;
  readonly tryFrozen?: boolean;
  readonly resume?: boolean;
  readonly seed: string;
}

/** Finds what each service needs, prints the report and gives the exit code. Throws UsageError for a wrong option. */
export async function runMinimize(policyFile: string, flags: MinimizeFlags, version: string): Promise<number> {
  const result = await withWorld(flags, ({ world, timeout, runId, signal }) =>
    minimize(world, {
      policyFile,
      services: flags.service ?? [],
      images: (flags.image ?? []).map((text) => givenImage('--image', text)),
      baseline: flags.baseline ?? null,
      shard: flags.shard === undefined ? null : shardOption('--shard', flags.shard),
      changedOnly: changedOnly(flags),
      timeout,
      runId,
      version,
      signal,
      settings: settingsOf(flags, usualJobs(world.host.cpuCount)),
    }),
  );
  await publish(result, flags);
  return minimizeExitCode(result);
}

function settingsOf(flags: MinimizeFlags, jobs: number): MinimizeSettings {
  const { reportDir, resume = false, shard } = flags;
  if (shard !== undefined && reportDir === undefined) {
    throw new UsageError(
      '--shard needs --report-dir, the folder that the shards of a search leave what they have proven in.',
    );
  }
  if (resume && reportDir === undefined) {
    throw new UsageError('--resume needs --report-dir, the folder in which the earlier run kept what it had proven.');
  }
  return {
    jobs: flags.jobs === undefined ? jobs : jobsOption('--jobs', flags.jobs, jobs),
    repeats: wholeNumber('--repeats', flags.repeats, { least: 0, most: 1000 }),
    tryFrozen: flags.tryFrozen ?? null,
    seed: wholeNumber('--seed', flags.seed, { least: 0, most: 2 ** 31 - 1 }) ?? 0,
    resume,
    journal: reportDir === undefined ? null : journalFolder(reportDir),
  };
}

/** `null` when the option is absent. */
function wholeNumber(
  name: string,
  value: string | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): number | null {
  if (value === undefined) return null;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new UsageError(`${name}: "${value}" is no whole number from ${least} to ${most}.`);
}
