/**
 * The candidate a misspelt word most likely means, `null` when none is near. Case and `-`/`_` do not count; a swap of
 * neighbours counts as one edit. At most a third of the word may differ, and ties go to the first candidate.
 */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  const wanted = fold(word);
  if (wanted === '' || wanted.length > MAX_LENGTH) return null;
  let best: string | null = null;
  let bound = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, fold(candidate), bound);
    if (distance < bound) {
      best = candidate;
      bound = distance;
    }
  }
  return best ?? prefixed(wanted, candidates);
}

const MAX_LENGTH = 64;
const MIN_PREFIX = 4;

function fold(word: string): string {
  return word.toLowerCase().replaceAll('-', '_');
}

/** The only candidate that begins with the word: `net_bind` means NET_BIND_SERVICE. */
function prefixed(wanted: string, candidates: Iterable<string>): string | null {
  if (wanted.length < MIN_PREFIX) return null;
  const longer = [...candidates].filter((candidate) => fold(candidate).startsWith(wanted));
  return longer.length === 1 ? (longer[0] ?? null) : null;
}

/** Optimal string alignment distance, or `bound` as soon as it cannot be smaller. */
function editDistance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) >= bound) return bound;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = nextRow({ a, b, row, previous, beforePrevious });
    if (Math.min(...current) >= bound) return bound;
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(bound, previous[b.length] ?? bound);
}

interface RowInput {
  readonly a: string;
  readonly b: string;
  readonly row: number;
  readonly previous: readonly number[];
  readonly beforePrevious: readonly number[];
}

function nextRow({ a, b, row, previous, beforePrevious }: RowInput): number[] {
  const current = [row];
  for (let column = 1; column <= b.length; column++) {
    const same = a[row - 1] === b[column - 1];
    const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    current.push(
      Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
        swapped ? at(beforePrevious, column - 2) + 1 : Infinity,
      ),
    );
  }
  return current;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
