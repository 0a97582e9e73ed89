import type { Capability } from '../capability/names.js';
import type { Exception } from '../policy/policy.js';
import type { GrantRow, Trial } from '../result.js';

/** What was granted and what the trials showed. */
export interface GrantEvidence {
  readonly granted: readonly Capability[];
  readonly trials: readonly Pick<Trial, 'without' | 'works' | 'failure'>[];
  readonly unneeded: readonly Capability[];
  readonly exceptions: readonly Exception[];
}

/** One row a granted capability: whether the tests need it, and what shows that. */
export function grantRows(evidence: GrantEvidence): readonly GrantRow[] {
  return evidence.granted.map((name) => ({ kind: 'capability', name, ...judgeGrant(evidence, name) }));
}

/** The granted capabilities that are neither needed nor excepted. */
export function unusedCapabilities(rows: readonly GrantRow[]): readonly Capability[] {
  return rows.filter(({ state }) => state === 'unused').map(({ name }) => name);
}

function judgeGrant(evidence: GrantEvidence, name: Capability): Pick<GrantRow, 'state' | 'evidence'> {
  const exception = evidence.exceptions.find(({ grant }) => grant.kind === 'capability' && grant.name === name);
  if (evidence.unneeded.includes(name)) {
    return exception === undefined
      ? { state: 'unused', evidence: 'the service works without it in these tests' }
      : { state: 'excepted', evidence: `until ${exception.expires}: ${exception.reason}` };
  }
  const proof = evidence.trials.find(({ without, works }) => !works && without.length === 1 && without[0] === name);
  return proof === undefined
    ? { state: 'untried', evidence: 'not tried' }
    : { state: 'needed', evidence: `without it: ${proof.failure}` };
}
