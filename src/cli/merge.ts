import { createFiles } from '../adapters/node/files.js';
import { mergeResults } from '../app/merge-results.js';
import { resultExitCode } from '../core/fit/result-exit-code.js';
import type { FailOn } from '../core/verdict.js';
import { mergeIntoProfile } from './merge-into-profile.js';
import { publish, type Publication } from './publish.js';

/** Options of `tightfit merge`, as commander gives them. */
export interface MergeFlags extends Publication {
  readonly failOn: FailOn;
  /** Write a profile for several machines to this file instead. */
  readonly profile?: string;
  readonly service?: string;
}

/**
 * Joins the results of shards, prints the report and gives the exit code of the whole; or, where a profile is asked for, joins what
 * searches on several machines proved. Throws UsageError for results that cannot be joined.
 */
export async function runMerge(paths: readonly string[], flags: MergeFlags): Promise<0 | 1 | 2> {
  const { profile, service = null, failOn } = flags;
  if (profile !== undefined) return mergeIntoProfile(profile, { paths, service });
  const result = await mergeResults(createFiles(), paths);
  await publish(result, flags);
  return resultExitCode(result, failOn);
}
