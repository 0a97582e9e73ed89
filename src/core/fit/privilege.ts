import { capabilitiesOf, parseMask } from '../capability/mask.js';
import type { ProcessFacts } from '../smoke/outcome.js';

/** A process that may do more than its counterpart in the baseline. */
export interface PrivilegeGain {
  readonly process: ProcessFacts;
  /** Each way in which it may do more, e.g. `runs as uid 0, there as 33`. */
  readonly gains: readonly string[];
}

/** What a gain is measured against. */
export interface PrivilegeBaseline {
  readonly processes: readonly ProcessFacts[];
  /** Capabilities that the declaration grants on purpose beyond the baseline's, as a bit set. */
  readonly declaredBeyond: bigint;
}

/**
 * The processes that have more privilege than the baseline's processes of the same lineage. Removing a grant can cause that: a
 * service that cannot learn who it is may skip dropping its privileges.
 */
export function privilegeGains(baseline: PrivilegeBaseline, actual: readonly ProcessFacts[]): readonly PrivilegeGain[] {
  return actual
    .map((process) => ({ process, gains: gainsOf(process, baseline) }))
    .filter(({ gains }) => gains.length > 0);
}

function gainsOf(process: ProcessFacts, baseline: PrivilegeBaseline): readonly string[] {
  const counterparts = counterpartsOf(process.lineage, baseline.processes);
  if (counterparts.length === 0) return [];
  return [...identityGains(process, counterparts), ...capabilityGains(process, counterparts, baseline.declaredBeyond)];
}

/** Processes of the same lineage, else of its nearest ancestor that the baseline shows too. */
function counterpartsOf(lineage: string, baseline: readonly ProcessFacts[]): readonly ProcessFacts[] {
  const same = baseline.filter((process) => process.lineage === lineage);
  const parent = lineage.lastIndexOf(' > ');
  return same.length > 0 || parent === -1 ? same : counterpartsOf(lineage.slice(0, parent), baseline);
}

function identityGains(process: ProcessFacts, counterparts: readonly ProcessFacts[]): readonly string[] {
  const gains: string[] = [];
  if (process.uid === 0 && counterparts.every(({ uid }) => uid !== 0)) {
    gains.push(`runs as uid 0, there as ${distinct(counterparts.map(({ uid }) => uid))}`);
  }
  if (process.gid === 0 && counterparts.every(({ gid }) => gid !== 0)) {
    gains.push(`runs as gid 0, there as ${distinct(counterparts.map(({ gid }) => gid))}`);
  }
  if (!process.noNewPrivs && counterparts.every(({ noNewPrivs }) => noNewPrivs)) {
    gains.push('may gain privileges, there no_new_privs is set');
  }
  if (process.seccomp === 0 && counterparts.every(({ seccomp }) => seccomp !== 0)) {
    gains.push('has no seccomp filter, there it has one');
  }
  return gains;
}

const SETS = [
  ['effective', 'capEff'],
  ['permitted', 'capPrm'],
  ['bounding', 'capBnd'],
] as const;

function capabilityGains(
  process: ProcessFacts,
  counterparts: readonly ProcessFacts[],
  declaredBeyond: bigint,
): readonly string[] {
  return SETS.flatMap(([name, key]) => {
    const known = counterparts.reduce((union, counterpart) => union | bits(counterpart[key]), declaredBeyond);
    const more = capabilitiesOf(bits(process[key]) & ~known);
    return more.length === 0 ? [] : [`has ${more.join(', ')} in its ${name} set, there not`];
  });
}

function bits(hex: string): bigint {
  return parseMask(hex) ?? 0n;
}

function distinct(ids: readonly number[]): string {
  return [...new Set(ids)].sort((a, b) => a - b).join(', ');
}
