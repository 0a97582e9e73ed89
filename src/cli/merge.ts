import { createFiles } from '../adapters/node/files.js';
import { mergeResults } from '../app/merge-results.js';
import { resultExitCode } from '../core/fit/result-exit-code.js';
import type { FailOn } from '../core/verdict.js';
import { publish, type Publication } from './publish.js';

/** Options of `tightfit merge`, as commander gives them. */
export interface MergeFlags extends Publication {
  readonly failOn: FailOn;
}

/** Joins the results of shards, prints the report and gives the exit code of the whole. Throws UsageError for what is no such result. */
export async function runMerge(paths: readonly string[], flags: MergeFlags): Promise<0 | 1 | 2> {
  const result = await mergeResults(createFiles(), paths);
  await publish(result, flags);
  return resultExitCode(result, flags.failOn);
}
