import type { Capability } from '../capability/names.js';
import type { GrantRow } from '../result.js';
import { exercisedCapabilities } from '../trace/exercised.js';
import type { Completeness, KernelRecord } from '../trace/record.js';

/** What trials and the record say of the capabilities a service was granted. */
export interface CapabilityEvidence {
  readonly grants: readonly GrantRow[];
  readonly record: KernelRecord | null;
  readonly completeness: Completeness;
  readonly excepted: ReadonlySet<string>;
}

/** Every granted capability is in one of these. */
export interface CapabilityUsage {
  /** Needed in a trial, or exercised where there was no trial. */
  readonly used: ReadonlySet<string>;
  readonly excepted: ReadonlySet<string>;
  readonly excess: readonly Capability[];
  readonly unknown: readonly Capability[];
}

/** Sorts capabilities by what is known: a trial outweighs the record, which can only clear what was never asked for. */
export function capabilityUsage(evidence: CapabilityEvidence): CapabilityUsage {
  const states = evidence.grants.map(({ name, state }) => {
    return { name, state: state === 'untried' ? recordedState(evidence, name) : state };
  });
  const inState = (...wanted: readonly string[]): readonly Capability[] =>
    states.filter(({ state }) => wanted.includes(state)).map(({ name }) => name);
  return {
    used: new Set<string>(inState('needed', 'used')),
    excepted: new Set<string>(inState('excepted')),
    excess: inState('unused'),
    unknown: inState('unknown'),
  };
}

function recordedState(
  { grants, record, completeness, excepted }: CapabilityEvidence,
  name: Capability,
): 'used' | 'unused' | 'excepted' | 'unknown' {
  if (record === null || record.capabilitySource === 'none') return 'unknown';
  const held = new Set(grants.map((row) => row.name));
  if (exercisedCapabilities(record, held).some(({ capability }) => capability === name)) return 'used';
  if (excepted.has(name)) return 'excepted';
  return completeness.complete ? 'unused' : 'unknown';
}
