import { UsageError } from '../core/errors.js';
import { readResult } from '../core/read-result.js';
import type { CheckResult } from '../core/result.js';
import { mergeShards } from '../core/shard/merge-shards.js';
import type { ShardResult } from '../core/shard/shard-problems.js';
import type { Files } from '../ports.js';

/** The largest result that is read, in bytes. */
const SIZE_LIMIT = 64 * 1024 * 1024;

/** The name of a shard's result in a folder of reports. */
const SHARD_FILE = /^tightfit\.\d+-of-\d+\.json$/;

/** How merge reads what it is given. */
type Reader = Pick<Files, 'list' | 'readText'>;

/**
 * Joins the results of shards into the one of the whole run. A path is a result, or a folder: then all shards' results in it
 * count. A shard that is missing or of another run is a finding. Throws UsageError for what is no result of a shard.
 */
export async function mergeResults(files: Reader, paths: readonly string[]): Promise<CheckResult> {
  const names = (await Promise.all(paths.map((path) => resultsAt(files, path)))).flat();
  const shards: ShardResult[] = [];
  for (const file of new Set(names)) shards.push(await shardIn(files, file));
  const [first, ...others] = shards.sort((a, b) => a.shard.index - b.shard.index);
  if (first === undefined)
    throw new UsageError(`there is no result of a shard (tightfit.1-of-3.json) in ${paths.join(', ')}.`);
  return mergeShards([first, ...others]);
}

async function resultsAt(files: Reader, path: string): Promise<readonly string[]> {
  if (path.endsWith('.json')) return [path];
  const names = await files.list(path);
  return names.filter((name) => SHARD_FILE.test(name)).map((name) => `${path.replace(/\/+$/, '')}/${name}`);
}

async function shardIn(files: Reader, file: string): Promise<ShardResult> {
  const read = readResult(await files.readText(file, SIZE_LIMIT));
  if ('mistake' in read) {
    throw new UsageError(
      `${file} is no result of this version of tightfit: ${read.mistake}. Give the tightfit.1-of-3.json of a shard.`,
    );
  }
  const { shard } = read.result.run;
  if (shard === null)
    throw new UsageError(`${file} is of a whole run, not of a shard: there is nothing to merge it with.`);
  return { file, shard, result: read.result };
}
