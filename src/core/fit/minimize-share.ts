import type { Shard } from '../shard/shard.js';
import type { OpenRequest } from './minimize-digest.js';
import type { Search } from './minimize-search.js';

/**
 * What of the open requests one of several machines makes: of a phase in which each name is tried by itself its share, of every
 * other phase everything, because what comes next hangs on it.
 */
export function shareOf<T extends Pick<OpenRequest, 'of'>>(
  { phase }: Pick<Search, 'phase'>,
  requests: readonly T[],
  { index, count }: Shard,
): readonly T[] {
  if (phase.kind !== 'lanes' || !phase.apart) return requests;
  return requests.filter(({ of }) => of.kind === 'lane' && of.index % count === index - 1);
}
