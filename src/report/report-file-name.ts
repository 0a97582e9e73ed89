import type { CheckResult } from '../core/result.js';
import { shardInName } from '../core/shard/shard.js';

/** The name of a report's file: that of its format, with the shard in it where there is one: `tightfit.2-of-5.json`. */
export function reportFileName(fileName: string, { shard }: Pick<CheckResult['run'], 'shard'>): string {
  return shard === null ? fileName : fileName.replace('.', `.${shardInName(shard)}.`);
}
