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

/** The only one. */
export const WHOLE: Shard = { index: 1, count: 1 };

/** What is a shard's where one thing can be shared by several of them. */
export interface Share {
  /** The thing's place, from 0. */
  readonly place: number;
  /** Of those that share it this one. */
  readonly share: Shard;
}

/** The share of a shard where there are fewer things, at least one, than shards: they go round. */
export function shareOfOne({ index, count }: Shard, things: number): Share {
  const place = (index - 1) % things;
  const round = Math.floor((index - 1) / things);
  return { place, share: { index: round + 1, count: Math.floor((count - 1 - place) / things) + 1 } };
}

/** As it stands in names of files: `2-of-5`. */
export function shardInName({ index, count }: Shard): string {
  return `${index}-of-${count}`;
}

/** As people write it: `2/5`. */
export function shardText({ index, count }: Shard): string {
  return `${index}/${count}`;
}
