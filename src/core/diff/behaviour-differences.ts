import type { GrantRow, ServiceResult } from '../result.js';
import type { Change, Sides } from './difference.js';
import { whyNotKnown } from './known-behaviour.js';
import { membership, type Members } from './scale.js';

/** Stands for "not seen" where the record does not let one say "did not happen". */
export const NOT_KNOWN = 'not known';

/**
 * What a service did on one side only: new uses and refusals, and those that are gone. New behaviour is no grant, and worth a look.
 * Where a side does not let one say that something did not happen, that side is `not known`.
 */
export function behaviourDifferences(sides: Sides<ServiceResult>): readonly Change[] {
  if (sides.before.syscalls?.recorded !== true || sides.after.syscalls?.recorded !== true) return [];
  const used = both(sides, usedCalls, { aspect: 'use', absent: 'not used in these tests', present: 'used' });
  const refused = both(sides, refusedCalls, {
    aspect: 'refusal',
    absent: 'not refused in these tests',
    present: 'refused',
  });
  return [...used, ...refused, ...needDifferences(sides)];
}

type Words = Pick<Members, 'aspect' | 'absent' | 'present'>;

function both(
  { before, after }: Sides<ServiceResult>,
  names: (service: ServiceResult) => readonly string[],
  words: Words,
): readonly Change[] {
  const changes = membership({ ...words, before: names(before), after: names(after), gained: 'changed' });
  const unknown = { before: whyNotKnown(before) !== null, after: whyNotKnown(after) !== null };
  return changes.map((change) => ({
    ...change,
    before: unknown.before && change.before === words.absent ? NOT_KNOWN : change.before,
    after: unknown.after && change.after === words.absent ? NOT_KNOWN : change.after,
  }));
}

function usedCalls({ syscalls }: ServiceResult): readonly string[] {
  return (syscalls?.rows ?? []).filter(({ state }) => state === 'used').map(({ name }) => name);
}

function refusedCalls({ syscalls }: ServiceResult): readonly string[] {
  return [...new Set((syscalls?.refused ?? []).map(({ name }) => name ?? 'not named'))].sort();
}

/** Capabilities without which it fails on one side and works on the other. One that was not tried may have been needed. */
function needDifferences({ before, after }: Sides<ServiceResult>): readonly Change[] {
  const changes = membership({
    aspect: 'need',
    before: needed(before),
    after: needed(after),
    gained: 'changed',
    absent: 'not needed in these tests',
    present: 'needed in these tests',
  });
  return changes.filter(({ name }) => !wasUntried(before, name) && !wasUntried(after, name));
}

function needed({ grants }: ServiceResult): readonly string[] {
  return grants.filter(({ state }) => state === 'needed').map(({ name }) => name);
}

/** Whoever works without a capability that was not granted does not need it; of a granted one only a trial tells. */
function wasUntried(service: ServiceResult, name: string): boolean {
  const row = service.grants.find((grant) => grant.name === name);
  if (row === undefined)
    return service.declared?.works !== true || service.capabilities.bounding.some((each) => each === name);
  return UNTRIED.includes(row.state);
}

const UNTRIED: readonly GrantRow['state'][] = ['untried', 'excepted'];
