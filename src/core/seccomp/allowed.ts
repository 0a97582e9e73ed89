import { machineCalls, nativeAbi, type Filter } from './filter.js';

/** Whether a filter lets a call through: whatever its arguments, for some of them, or never. */
export type Permission = 'always' | 'conditionally' | 'never';

/** What a filter says of each known call of the machine's own ABI. */
export function permissions(filter: Filter): ReadonlyMap<string, Permission> {
  return new Map(machineCalls(filter).map(({ name, number }) => [name, permissionOf(filter, number)]));
}

/** How many calls of the machine's own ABI a filter lets through. */
export function countAllowed(filter: Filter): { readonly always: number; readonly conditionally: number } {
  const all = [...permissions(filter).values()];
  const count = (wanted: Permission): number => all.filter((permission) => permission === wanted).length;
  return { always: count('always'), conditionally: count('conditionally') };
}

function permissionOf(filter: Filter, number: number): Permission {
  const abi = filter.abis.get(nativeAbi(filter.machine));
  if (abi === undefined || (abi.highestNumber !== null && number > abi.highestNumber)) return 'never';
  const tree = abi.calls.get(number);
  const byDefault = letsThrough(filter.defaultOutcome.action);
  if (tree === undefined) return byDefault ? 'always' : 'never';
  if (tree.unconditional !== null) return letsThrough(tree.unconditional.outcome.action) ? 'always' : 'never';
  const some = tree.branches.some(({ outcome }) => letsThrough(outcome.action));
  return some || byDefault ? 'conditionally' : 'never';
}

/** LOG lets a call through too, and writes it down. */
function letsThrough(action: string): boolean {
  return action === 'SCMP_ACT_ALLOW' || action === 'SCMP_ACT_LOG';
}
