import type { IdMapFacts } from '../../core/smoke/surroundings.js';

/** All ids but the one that means "none". */
const EVERY_ID = 4_294_967_295;

/**
 * Reads `/proc/<pid>/uid_map` or `gid_map`: lines of the first id inside, the first outside, and how many; `null` for other text,
 * as for none. https://man7.org/linux/man-pages/man7/user_namespaces.7.html
 */
export function parseIdMap(text: string): IdMapFacts | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const ranges = lines.map((line) => /^\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*$/.exec(line)?.slice(1).map(Number));
  if (ranges.length === 0 || ranges.includes(undefined)) return null;
  const zero = ranges.find((range) => range?.[0] === 0)?.[1] ?? null;
  const [inside, outside, count] = ranges[0] ?? [];
  return { identity: ranges.length === 1 && inside === 0 && outside === 0 && count === EVERY_ID, zero };
}
