import { check } from '../app/check.js';
import { givenImage } from '../app/given-images.js';
import { jobsOption, shardOption } from '../app/part-options.js';
import type { StandardId } from '../core/standards/standard.js';
import { runExitCode } from '../core/run-exit-code.js';
import type { FailOn } from '../core/verdict.js';
import { changedOnly, type ChangedOnlyFlags } from './changed-only.js';
import { publish, type Publication } from './publish.js';
import { withWorld, type WorkFlags } from './with-world.js';

/** Options of `tightfit check`, as commander gives them. */
export interface CheckFlags extends Publication, WorkFlags, ChangedOnlyFlags {
  readonly service?: readonly string[];
  readonly image?: readonly string[];
  readonly standard?: readonly StandardId[];
  readonly baseline?: string;
  readonly failOn: FailOn;
  readonly reach?: boolean;
  readonly jobs: string;
  readonly shard?: string;
}

/** Checks a policy, prints the report and gives the exit code. Throws UsageError for a wrong option. */
export async function runCheck(policyFile: string, flags: CheckFlags, version: string): Promise<number> {
  const result = await withWorld(flags, ({ world, timeout, runId, signal }) =>
    check(world, {
      policyFile,
      services: flags.service ?? [],
      images: (flags.image ?? []).map((text) => givenImage('--image', text)),
      baseline: flags.baseline ?? null,
      standards: flags.standard ?? [],
      reach: flags.reach ?? false,
      jobs: jobsOption('--jobs', flags.jobs, world.host.cpuCount),
      shard: flags.shard === undefined ? null : shardOption('--shard', flags.shard),
      changedOnly: changedOnly(flags),
      timeout,
      runId,
      version,
      signal,
    }),
  );
  await publish(result, flags);
  return runExitCode(result, flags.failOn);
}
