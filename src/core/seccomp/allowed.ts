import { goesThrough } from './action.js';
import { argumentPoints } from './argument-points.js';
import { decide, machineCalls, nativeAbi, type Filter } from './filter.js';
import type { ArgumentCondition } from './profile.js';

/** Whether a filter lets a call through: whatever its arguments, for some of them, or never. */
export type Permission = 'always' | 'conditionally' | 'never';

/** What a filter says of each known call of the machine's own ABI, by ascending number. */
export function permissions(filter: Filter): ReadonlyMap<string, Permission> {
  const known = KNOWN.get(filter) ?? allPermissions(filter);
  KNOWN.set(filter, known);
  return known;
}

/** Many rules ask the same of one filter, which never changes. */
const KNOWN = new WeakMap<Filter, ReadonlyMap<string, Permission>>();

function allPermissions(filter: Filter): ReadonlyMap<string, Permission> {
  return new Map(machineCalls(filter).map(({ name, number }) => [name, permissionOf(filter, number)]));
}

/** How many calls of the machine's own ABI a filter lets through. */
export function countAllowed(filter: Filter): { readonly always: number; readonly conditionally: number } {
  const all = [...permissions(filter).values()];
  const count = (wanted: Permission): number => all.filter((permission) => permission === wanted).length;
  return { always: count('always'), conditionally: count('conditionally') };
}

/** Every condition the filter puts on a call of the machine's own ABI. */
export function conditionsOn({ machine, abis }: Filter, number: number): readonly ArgumentCondition[] {
  const tree = abis.get(nativeAbi(machine))?.calls.get(number);
  return tree?.branches.flatMap(({ conditions }) => conditions) ?? [];
}

/** What a filter says of the call with this number in the machine's own ABI. */
export function permissionOf(filter: Filter, number: number): Permission {
  const outcomes = argumentPoints(conditionsOn(filter, number)).map((args) =>
    goesThrough(decide(filter, number, args)),
  );
  if (outcomes.every((through) => through)) return 'always';
  return outcomes.includes(true) ? 'conditionally' : 'never';
}
