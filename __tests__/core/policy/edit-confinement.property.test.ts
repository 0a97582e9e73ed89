import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Document, isCollection, visit } from 'yaml';
import { CAPABILITIES } from '../../../src/core/capability/names.js';
import { editConfinement } from '../../../src/core/policy/edit-confinement.js';
import { parsePolicy } from '../../../src/core/policy/parse.js';
import type { Policy, RunOptions } from '../../../src/core/policy/policy.js';
import { isLeftOf } from '../../support/left-of.js';
import { writtenPolicies } from '../../support/written-policy.js';

interface Style {
  /** Which of the collections, counted from the outside, stand in brackets. */
  readonly flow: readonly boolean[];
  readonly indent: number;
  readonly comments: boolean;
  readonly crlf: boolean;
}

const styles = fc.record({
  flow: fc.array(fc.boolean(), { minLength: 7, maxLength: 40 }),
  indent: fc.integer({ min: 1, max: 4 }),
  comments: fc.boolean(),
  crlf: fc.boolean(),
});

function styled(written: object, { flow, indent, comments, crlf }: Style): string {
  const document = new Document(written, { aliasDuplicateObjects: false });
  let count = 0;
  visit(document, {
    Node(role, node) {
      if (isCollection(node) && count > 2 && flow[count % flow.length] === true) node.flow = true;
      else if (comments && role !== 'key' && count % 3 === 0) node.comment = ' why';
      count++;
    },
  });
  const text = document.toString({ indent, indentSeq: count % 2 === 0, lineWidth: 0 });
  return crlf ? text.replaceAll('\n', '\r\n') : text;
}

/** The writer of the library puts an empty list where its reader takes none. */
function isReadable(text: string): boolean {
  return parsePolicy('', text).policy !== null;
}

function policyOf(text: string): Policy {
  const { policy, findings } = parsePolicy('', text);
  if (policy === null) throw new TypeError(JSON.stringify([findings, text]));
  return policy;
}

function runOf(policy: Policy, name: string): RunOptions | undefined {
  return policy.services.find((service) => service.name === name)?.run;
}

const KEPT = fc.uniqueArray(fc.constantFrom(...CAPABILITIES), { maxLength: 4 });

describe('an edited policy', () => {
  it('means the old one with the change, in every style', () => {
    fc.assert(
      fc.property(writtenPolicies(), styles, KEPT, (written, style, capAdd) => {
        const text = styled(written, style);
        fc.pre(isReadable(text));
        const before = policyOf(text);
        const service = before.services.at(-1)?.name ?? '';
        const change = { service, capDrop: ['ALL'], capAdd, profile: "it's mine.json" } as const;
        const after = policyOf(editConfinement(text, change) ?? '');
        const run = runOf(after, service);
        expect(new Set(run?.capAdd)).toEqual(new Set(capAdd));
        expect({ ...run, capAdd: [] }).toEqual({
          ...runOf(before, service),
          capAdd: [],
          capDrop: ['ALL'],
          seccomp: { kind: 'file', path: change.profile },
        });
      }),
      { numRuns: 100 },
    );
  });

  it('loses what goes, and no other byte', () => {
    fc.assert(
      fc.property(writtenPolicies(), styles, fc.func(fc.boolean()), (written, style, stays) => {
        const text = styled(written, style);
        fc.pre(isReadable(text));
        const before = policyOf(text);
        for (const { name, run } of before.services) {
          const capAdd = run.capAdd.filter(stays);
          const after = editConfinement(text, { service: name, capDrop: null, capAdd, profile: null }) ?? '';
          expect(runOf(policyOf(after), name)?.capAdd).toEqual(capAdd);
          if (capAdd.length > 0) expect(isLeftOf(after, text)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
