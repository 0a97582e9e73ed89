import type { ArgumentFacts, KernelRecord } from './record.js';

/** What several runs of one service under the same confinement showed, as if it were one; complete when all are. `null` when one was not recorded. */
export function joinRecords(records: readonly (KernelRecord | null)[]): KernelRecord | null {
  const [first, ...others] = records;
  if (first === undefined || first === null) return null;
  const rest = joinRecords(others);
  if (others.length === 0) return first;
  return rest === null ? null : joinTwo(first, rest);
}

function joinTwo(one: KernelRecord, other: KernelRecord): KernelRecord {
  const reasons = [...new Set([...one.completeness.reasons, ...other.completeness.reasons])];
  return {
    completeness: { complete: one.completeness.complete && other.completeness.complete, reasons },
    capabilitySource: one.capabilitySource,
    used: [...one.used, ...other.used],
    refused: [...one.refused, ...other.refused],
    facts: joinFacts(one.facts, other.facts),
    capabilities: [...one.capabilities, ...other.capabilities],
    blindSpots: [...one.blindSpots, ...other.blindSpots],
    narrowed: one.narrowed.filter((name) => other.narrowed.includes(name)),
    thinned: [...new Set([...one.thinned, ...other.thinned])],
    executed: [...one.executed, ...other.executed],
    ...joinOptional(one, other),
  };
}

/** What is known of both. */
function joinOptional(one: KernelRecord, other: KernelRecord): Pick<KernelRecord, 'denied' | 'moduleRefusals'> {
  const denied = joinRows(one.denied, other.denied);
  const moduleRefusals = joinRows(one.moduleRefusals, other.moduleRefusals);
  return { ...(denied === null ? {} : { denied }), ...(moduleRefusals === null ? {} : { moduleRefusals }) };
}

function joinRows<Row>(one?: readonly Row[], other?: readonly Row[]): readonly Row[] | null {
  return one === undefined || other === undefined ? null : [...one, ...other];
}

function joinFacts(one: readonly ArgumentFacts[], other: readonly ArgumentFacts[]): readonly ArgumentFacts[] {
  const joined = new Map(one.map((facts) => [keyOf(facts), facts]));
  for (const facts of other) {
    const known = joined.get(keyOf(facts));
    joined.set(keyOf(facts), known === undefined ? facts : joinValues(known, facts));
  }
  return [...joined.values()];
}

function keyOf({ syscall, phase, argument }: ArgumentFacts): string {
  return `${syscall} ${phase} ${argument}`;
}

function joinValues(one: ArgumentFacts, other: ArgumentFacts): ArgumentFacts {
  const counts = new Map(one.values.map(({ value, count }) => [value, count]));
  for (const { value, count } of other.values) counts.set(value, (counts.get(value) ?? 0) + count);
  return {
    ...one,
    values: [...counts].map(([value, count]) => ({ value, count })),
    complete: one.complete && other.complete,
  };
}
