import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/core/finding.js';
import type { Verdict } from '../../../src/core/verdict.js';
import { adviceFor, type Advice } from '../../../src/report/facts/advice.js';
import { finding, result, service } from '../../support/sample-results.js';

const AT = { file: 'tightfit.yml', line: 9, column: 17 };

function advice(verdict: Verdict, findings: readonly Finding[]): Advice {
  const one = service({ verdict });
  return adviceFor({ name: one.name, verdict, service: one }, result({ verdict, services: [one], findings }));
}

function remove(name: string, changes: Partial<Finding> = {}): Finding {
  return finding('unused-capability', {
    advice: `Remove ${name} from cap_add.`,
    grants: [name],
    location: AT,
    ...changes,
  });
}

const LIMIT = finding('limit-exceeded', { advice: 'Remove them, or add an exception.' });
const EXCEPTIONS = 'Or add exceptions, with a reason and an expiry, for what the tests cannot reach.';

describe('advice on what is loose', () => {
  test('names what shares a change once, with every line, and exceptions last', () => {
    const critical = remove('CHOWN', { rule: 'critical-excess', severity: 'error' });
    const other = remove('KILL', { location: { ...AT, line: 10 } });
    expect(advice('loose', [remove('CHOWN'), other, critical, LIMIT])).toEqual({
      items: ['Remove CHOWN and KILL from cap_add (tightfit.yml:9, 10).', EXCEPTIONS],
      hidden: 0,
    });
  });

  test('names a few of many', () => {
    const many = Array.from({ length: 9 }, (_, index) => remove(`CALL_${index}`));
    expect(advice('loose', many).items).toEqual([
      'Remove CALL_0, CALL_1, CALL_2, CALL_3, CALL_4 and 4 more from cap_add (tightfit.yml:9).',
    ]);
  });

  test('puts what is critical first, and leaves a conclusion out where its parts speak', () => {
    const findings = [
      LIMIT,
      finding('looseness-exceeded', { advice: 'Remove what is not used.' }),
      finding('excess-syscalls', { advice: 'Remove the unused calls, or add exceptions.' }),
      remove('CHOWN'),
      finding('critical-excess', { advice: 'Remove bpf from the profile.', grants: ['bpf'] }),
    ];
    expect(advice('loose', findings).items).toEqual([
      'Remove bpf from the profile.',
      'Remove CHOWN from cap_add (tightfit.yml:9).',
      'Remove the unused calls, or add exceptions.',
    ]);
  });

  test('keeps a conclusion that stands alone', () => {
    expect(advice('loose', [finding('looseness-exceeded', { advice: 'Remove what is not used.' })]).items).toEqual([
      'Remove what is not used.',
    ]);
  });

  test('leaves out what is a note and what is about another service', () => {
    const findings = [
      finding('excess-syscalls', { severity: 'note', advice: 'Remove the unused calls.' }),
      remove('KILL', { service: 'other' }),
      remove('CHOWN'),
    ];
    expect(advice('loose', findings).items).toEqual(['Remove CHOWN from cap_add (tightfit.yml:9).']);
  });

  test('is eight pieces at most, and says how many more there are', () => {
    const findings = Array.from({ length: 11 }, (_, index) =>
      finding('in-force-looser', { message: `${index}`, advice: `Do ${index}.` }),
    );
    const { items, hidden } = advice('loose', findings);
    expect(items).toHaveLength(8);
    expect(hidden).toBe(3);
  });
});

describe('advice on what is broken', () => {
  const broken = finding('broken-by-confinement', { advice: 'Grant what the failing step needs.', location: AT });

  test('is general where nothing explains the failure', () => {
    expect(advice('broken', [broken]).items).toEqual(['Grant what the failing step needs (tightfit.yml:9).']);
  });

  test('is left to the explanation where there is one', () => {
    expect(advice('broken', [broken, finding('refused-at-failure', { advice: 'Add getcwd.' })]).items).toEqual([]);
  });
});

test('a place that the advice names is not told twice', () => {
  const named = finding('start-refused', { advice: 'Add "getcwd" to tightfit.yml:9, or run it.', location: AT });
  expect(advice('broken', [named]).items).toEqual(['Add "getcwd" to tightfit.yml:9, or run it.']);
});

test('a tight service needs none', () => {
  expect(advice('tight', [remove('CHOWN')])).toEqual({ items: [], hidden: 0 });
});
