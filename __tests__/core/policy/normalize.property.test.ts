import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { parsePolicy } from '../../../src/core/policy/parse.js';
import { writtenPolicies } from '../../support/written-policy.js';

/** Whether nothing in a value is left undefined, however deep. */
function isComplete(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined;
  return Object.values(value).every(isComplete);
}

describe('a policy that is written correctly', () => {
  it('is read without a finding, every service and test in order, with nothing left open', () => {
    fc.assert(
      fc.property(writtenPolicies(), fc.boolean(), (written, asJson) => {
        const text = asJson ? JSON.stringify(written) : stringify(written, { aliasDuplicateObjects: false });
        const { policy, findings } = parsePolicy('tightfit.yml', text);
        expect(findings).toEqual([]);
        expect(policy?.services.map(({ name }) => name)).toEqual(Object.keys(written.services));
        for (const service of policy?.services ?? []) {
          expect(service.tests.map(({ name }) => name)).toEqual(
            written.services[service.name]?.tests?.map(({ name }) => name),
          );
          expect(isComplete(service)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('means the same in YAML and in JSON', () => {
    const meaning = (text: string): unknown => JSON.parse(JSON.stringify(parsePolicy('x', text).policy)) as unknown;
    fc.assert(
      fc.property(writtenPolicies(), (written) => {
        expect(meaning(stringify(written, { aliasDuplicateObjects: false }))).toEqual(meaning(JSON.stringify(written)));
      }),
      { numRuns: 40 },
    );
  });
});
