import type { Location } from '../finding.js';
import type { ArgumentFacts } from '../trace/record.js';
import { goesThrough } from './action.js';
import { permissionOf } from './allowed.js';
import { decide, nativeAbi, type Filter } from './filter.js';
import type { ArgumentCondition } from './profile.js';
import { findSyscall } from './syscalls.js';

/** What the conditions on a call are fitted to. */
export interface ArgumentFit {
  /** Docker's default on this machine with these capabilities. */
  readonly reference: Filter;
  /** What the service ran under when it used what Docker's default refuses; `null`: nothing beyond it. */
  readonly beyond: Filter | null;
  /** With which arguments the service was seen to call what conditions look at. */
  readonly facts: readonly ArgumentFacts[];
}

/** Conditions that must all hold. */
export type Alternative = readonly ArgumentCondition[];

/**
 * With which arguments a call is let through, an alternative for each rule; none: with any. Where Docker's default has
 * conditions these are kept, but a list of values only as far as the service was seen to use them, and beside them stands each
 * value that it was seen to use beyond; where not all of these values are known, what the service ran under decides, as it does
 * for a call that Docker's default always refuses.
 */
export function fittedConditions(fit: ArgumentFit, name: string): readonly Alternative[] {
  const { reference, beyond } = fit;
  const number = findSyscall(nativeAbi(reference.machine), name)?.number ?? null;
  if (number === null) return [];
  const usual = permissionOf(reference, number);
  if (usual === 'always') return [];
  const wider = beyond === null ? null : alternatives(beyond, number);
  if (usual === 'never') return wider ?? [];
  const docker = alternatives(reference, number);
  const more = valuesBeyond(fit, name, number);
  if (more === null) return wider ?? docker;
  return [...(listedValues(fit, name, docker) ?? docker), ...more.map((condition) => [condition])];
}

/**
 * Of a list of values for one argument, such as the address families of socket, those that the service was seen to use; `null` when
 * it is no such list or not every value is known.
 */
function listedValues(
  { facts, reference }: ArgumentFit,
  name: string,
  docker: readonly Alternative[],
): readonly Alternative[] | null {
  const [first] = docker[0] ?? [];
  if (first === undefined || docker.length < 2 || !docker.every((one) => isValueOf(one, first.index))) return null;
  const seen = facts.filter(({ syscall, argument }) => syscall === name && argument === first.index);
  if (seen.length === 0 || seen.some(({ complete }) => !complete)) return null;
  const number = findSyscall(nativeAbi(reference.machine), name)?.number ?? 0;
  const values = new Set(seen.flatMap((fact) => fact.values.map(({ value }) => BigInt.asUintN(64, BigInt(value)))));
  const used = [...values].filter((value) => goesThrough(decide(reference, number, argumentsWith(first.index, value))));
  return used.length === 0 ? null : used.sort((a, b) => (a < b ? -1 : 1)).map((value) => [equals(first.index, value)]);
}

function isValueOf(alternative: Alternative, index: number): boolean {
  const [only, ...others] = alternative;
  return only?.index === index && others.length === 0 && LISTING.has(only.operator);
}

/** A list may name its values one by one or as what lies below or above one. */
const LISTING: ReadonlySet<string> = new Set([
  'SCMP_CMP_EQ',
  'SCMP_CMP_LT',
  'SCMP_CMP_LE',
  'SCMP_CMP_GT',
  'SCMP_CMP_GE',
]);

function equals(index: number, value: bigint): ArgumentCondition {
  return { index, value, operator: 'SCMP_CMP_EQ', valueTwo: 0n, location: PLACE };
}

/** Those under which a call goes through; none when a default lets it through. */
function alternatives({ abis, machine }: Filter, number: number): readonly Alternative[] {
  const tree = abis.get(nativeAbi(machine))?.calls.get(number);
  const through = (tree?.branches ?? []).filter(({ outcome }) => goesThrough(outcome));
  return through.some(({ conditions }) => conditions.length === 0) ? [] : through.map(({ conditions }) => conditions);
}

/**
 * A condition for each value that was used, that Docker's default refuses and that the service ran with; `null` when not all
 * values are known.
 */
function valuesBeyond({ reference, beyond, facts }: ArgumentFit, name: string, number: number): Alternative | null {
  if (beyond === null) return [];
  const about = facts.filter(({ syscall }) => syscall === name);
  const refused = about.flatMap(({ argument, values }) =>
    values
      .map(({ value }) => ({ index: argument, value: BigInt.asUintN(64, BigInt(value)) }))
      .filter(({ index, value }) => {
        const args = argumentsWith(index, value);
        return !goesThrough(decide(reference, number, args)) && goesThrough(decide(beyond, number, args));
      }),
  );
  if (about.some(({ complete }) => !complete)) return refused.length > 0 ? null : [];
  const distinct = new Map(refused.map((one) => [`${one.index} ${one.value}`, one]));
  return [...distinct.values()].map(({ index, value }) => equals(index, value));
}

function argumentsWith(index: number, value: bigint): readonly bigint[] {
  return Array.from({ length: index + 1 }, (_, place) => (place === index ? value : 0n));
}

/** A made rule stands nowhere. */
const PLACE: Location = { file: '', line: 1, column: 1 };
