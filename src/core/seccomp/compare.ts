import { goesThrough } from './action.js';
import { conditionsOn } from './allowed.js';
import { argumentPoints } from './argument-points.js';
import { decide, machineCalls, type Filter } from './filter.js';
import type { SyscallRule } from './profile.js';

/** A call that one filter lets through where another does not. */
export interface Loosening {
  readonly name: string;
  readonly number: number;
  /** `always`: it goes through whatever its arguments are, and never does in the other filter. */
  readonly extent: 'always' | 'conditionally';
  /** The rule that lets it through; `null`: the default does. */
  readonly rule: SyscallRule | null;
  /** Arguments with which it does, by index; of those that either filter looks at. Empty when none matters. */
  readonly example: ReadonlyMap<number, bigint>;
}

/**
 * Every call of the machine's own ABI that `filter` lets through and `reference` does not, by ascending number. By what
 * the filters do, not by how they are written.
 */
export function loosenings(filter: Filter, reference: Filter): readonly Loosening[] {
  return machineCalls(filter)
    .map(({ name, number }) => compareCall({ filter, reference }, name, number))
    .filter((loosening) => loosening !== null);
}

interface Pair {
  readonly filter: Filter;
  readonly reference: Filter;
}

function compareCall({ filter, reference }: Pair, name: string, number: number): Loosening | null {
  const conditions = [...conditionsOn(filter, number), ...conditionsOn(reference, number)];
  const points = argumentPoints(conditions);
  const looser = points.filter(
    (args) => goesThrough(decide(filter, number, args)) && !goesThrough(decide(reference, number, args)),
  );
  const [first] = looser;
  if (first === undefined) return null;
  const matter = [...new Set(conditions.map(({ index }) => index))].sort((a, b) => a - b);
  return {
    name,
    number,
    extent: looser.length === points.length ? 'always' : 'conditionally',
    rule: decide(filter, number, first).rule,
    example: new Map(matter.map((index) => [index, first[index] ?? 0n])),
  };
}
