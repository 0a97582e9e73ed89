import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Difference } from '../../../src/core/diff/difference.js';
import { policyDifferences, type ComparedService } from '../../../src/core/diff/policy-differences.js';
import { parsePolicy } from '../../../src/core/policy/parse.js';
import type * as Written from '../../../src/core/policy/written.generated.js';
import { writtenPolicies } from '../../support/written-policy.js';

const MACHINES = { machines: ['amd64' as const], kernel: { major: 6, minor: 1 } };

function servicesOf(text: string): readonly ComparedService[] {
  const { policy } = parsePolicy('tightfit.yml', text);
  return (policy?.services ?? []).map((service) => ({ service, profile: null }));
}

function compare(before: Written.Policy, after: Written.Policy, asYaml = false): readonly Difference[] {
  const text = asYaml ? stringify(after, { aliasDuplicateObjects: false }) : JSON.stringify(after);
  return policyDifferences({ before: servicesOf(JSON.stringify(before)), after: servicesOf(text) }, MACHINES);
}

function told(differences: readonly Difference[], direction: string): readonly string[] {
  return differences
    .filter((difference) => difference.direction === direction)
    .map(({ aspect, service, name }) => JSON.stringify([aspect, service, name]))
    .sort();
}

/** The same policy with every map and service in another order. */
function turned<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, member]) => [key, turned(member as unknown)])) as Value;
}

test('a policy does not differ from itself, however it is written', () => {
  fc.assert(
    fc.property(writtenPolicies(), (policy) => {
      expect(compare(policy, turned(policy), true)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('any policy is as much looser than another as that is tighter', () => {
  fc.assert(
    fc.property(writtenPolicies(), writtenPolicies(), (one, other) => {
      const there = compare(one, other);
      const back = compare(other, one);
      expect(told(back, 'tighter')).toEqual(told(there, 'looser'));
      expect(told(back, 'looser')).toEqual(told(there, 'tighter'));
      expect(told(back, 'changed')).toEqual(told(there, 'changed'));
    }),
    { numRuns: 15 },
  );
});
