import { describe, expect, test } from '@jest/globals';
import { capabilityUsage, type CapabilityEvidence } from '../../../src/core/fit/capability-usage.js';
import type { GrantRow } from '../../../src/core/result.js';
import type { Completeness } from '../../../src/core/trace/record.js';
import { check, sampleRecord } from '../../support/sample-record.js';

const COMPLETE: Completeness = { complete: true, reasons: [] };
const LOST: Completeness = { complete: false, reasons: ['12 events were lost'] };

function grant(state: GrantRow['state']): GrantRow {
  return { kind: 'capability', name: 'CHOWN', state, evidence: '' };
}

/** How CHOWN is sorted. */
function stateOf(evidence: Partial<CapabilityEvidence>): string | undefined {
  const usage = capabilityUsage({
    grants: [grant('untried')],
    record: sampleRecord(),
    completeness: COMPLETE,
    excepted: new Set(),
    ...evidence,
  });
  const states = { used: [...usage.used], excepted: [...usage.excepted], excess: usage.excess, unknown: usage.unknown };
  return Object.entries(states).find(([, names]) => names.includes('CHOWN'))?.[0];
}

describe('a capability that was not tried', () => {
  test('is excess when a complete record shows no check for it', () => {
    expect(stateOf({})).toBe('excess');
  });

  test('is unknown when the record is incomplete, because the check may be among what was lost', () => {
    expect(stateOf({ completeness: LOST })).toBe('unknown');
  });

  test('is unknown without a record and without a source of capability checks', () => {
    expect(stateOf({ record: null })).toBe('unknown');
    expect(stateOf({ record: sampleRecord({ capabilitySource: 'none' }) })).toBe('unknown');
  });

  test('is used when the service was checked for it, whatever else is known', () => {
    const record = sampleRecord({ capabilities: [check('CHOWN')] });
    expect(stateOf({ record })).toBe('used');
    expect(stateOf({ record, completeness: LOST, excepted: new Set(['CHOWN']) })).toBe('used');
  });

  test('is not used by a check of the runtime', () => {
    expect(stateOf({ record: sampleRecord({ capabilities: [check('CHOWN', { phase: 'runtime' })] }) })).toBe('excess');
  });

  test('is excepted when the policy excepts it', () => {
    expect(stateOf({ excepted: new Set(['CHOWN']) })).toBe('excepted');
  });
});

describe('a trial outweighs the record', () => {
  test.each([
    ['needed', 'used'],
    ['unused', 'excess'],
    ['excepted', 'excepted'],
  ] as const)('%s', (state, expected) => {
    const record = sampleRecord({ capabilities: state === 'unused' ? [check('CHOWN')] : [] });
    expect(stateOf({ grants: [grant(state)], record })).toBe(expected);
  });
});
