import { knownBases, nearestBases, versionOf, type RuntimeBase } from './runtime-base.js';

/** The runtimes that a policy can name. */
export const RUNTIME_NAMES = ['runc', 'crun'] as const;

/** Versions of a runtime that a policy is to run on, e.g. `runc 1.1`, `runc 1.1 - 1.3` or `crun`. */
export interface RuntimeRange {
  readonly name: (typeof RUNTIME_NAMES)[number];
  /** The numbers of the first and the last version, as far as they are given: `1.1` is every 1.1. Empty: any. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/**
 * What a policy is to run on that does not say so: the current stable releases of runc and crun, what was released in the two years
 * before, and what Debian 12 still has. To be reviewed with every row that is added to data/runtime-base.csv.
 */
export const DEFAULT_RUNTIMES: readonly RuntimeRange[] = [
  { name: 'runc', from: [1, 1], to: [1, 4] },
  { name: 'crun', from: [1], to: [1] },
];

/** Reads one entry of `runtimes`; `null` when it is no name with versions. */
export function parseRuntimeRange(text: string): RuntimeRange | null {
  const [, name, from = '', to = from] =
    /^(\w+)(?: +v?(\d+(?:\.\d+){0,2})(?: *- *v?(\d+(?:\.\d+){0,2}))?)?$/.exec(text.trim()) ?? [];
  const known = RUNTIME_NAMES.find((one) => one === name);
  return known === undefined ? null : { name: known, from: numbersOf(from), to: numbersOf(to) };
}

/** As `parseRuntimeRange` reads it. */
export function runtimeRangeText({ name, from, to }: RuntimeRange): string {
  const [first, last] = [from.join('.'), to.join('.')];
  return [name, ...(first === '' ? [] : [first === last ? first : `${first} - ${last}`])].join(' ');
}

/** Whether a range's first version is not above its last. */
export function isOrdered({ from, to }: RuntimeRange): boolean {
  return comparePrefix(from, to) <= 0;
}

/** The known versions within a range; the nearest ones when none is. */
export function basesIn({ name, from, to }: RuntimeRange, noNewPrivileges: boolean): readonly RuntimeBase[] {
  const known = knownBases(name, noNewPrivileges);
  const within = known.filter((base) => {
    const { major, minor, patch } = versionOf(base);
    const version = [major, minor, patch];
    return comparePrefix(version, from) >= 0 && comparePrefix(version, to) <= 0;
  });
  if (within.length > 0) return within;
  const [major = 0, minor = 0, patch = 0] = from;
  return nearestBases(known, `${major}.${minor}.${patch}`);
}

function numbersOf(version: string): readonly number[] {
  return version === '' ? [] : version.split('.').map(Number);
}

/** Compares as many numbers as both have. */
function comparePrefix(a: readonly number[], b: readonly number[]): number {
  const differences = a.flatMap((number, index) => (index < b.length ? [number - (b[index] ?? 0)] : []));
  return differences.find((difference) => difference !== 0) ?? 0;
}
