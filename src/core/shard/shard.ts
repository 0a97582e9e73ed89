/** One of several parts of the same work, done on machines that do not know each other. Counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** A workflow's matrix has no more jobs: https://docs.github.com/en/actions/reference/limits */
export const MOST_SHARDS = 256;

/** The shard that `2/5` names; `null` for any other text. */
export function parseShard(text: string): Shard | null {
  const [, first, second] = /^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? [];
  const index = Number(first);
  const count = Number(second);
  return index >= 1 && index <= count && count <= MOST_SHARDS ? { index, count } : null;
}

/** What of a list is a shard's: every one is exactly one shard's, and none has more than one above another. */
export function partOf<T>(all: readonly T[], { index, count }: Shard): readonly T[] {
  return all.filter((_, place) => place % count === index - 1);
}

/** As people write it: `2/5`. */
export function shardText({ index, count }: Shard): string {
  return `${index}/${count}`;
}
