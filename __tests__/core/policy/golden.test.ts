import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../../src/core/finding.js';
import { parsePolicy } from '../../../src/core/policy/parse.js';
import type { Policy } from '../../../src/core/policy/policy.js';

const GOLDEN = fileURLToPath(new URL('../../golden/', import.meta.url));
const CASES = readdirSync(GOLDEN).filter((name) => name.startsWith('policy-'));

/** Each folder holds a policy and what is said of it. `UPDATE_GOLDEN=1` writes the latter anew, to be read in the diff. */
describe('golden policies', () => {
  it.each(CASES)('%s', (name) => {
    const expected = `${GOLDEN}${name}/expected.txt`;
    const actual = verdictOn(readFileSync(`${GOLDEN}${name}/tightfit.yml`, 'utf8'));
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(expected, actual);
    expect(existsSync(expected)).toBe(true);
    expect(actual).toBe(readFileSync(expected, 'utf8'));
  });

  it('holds enough of both kinds', () => {
    const fine = CASES.filter((name) => readFileSync(`${GOLDEN}${name}/expected.txt`, 'utf8').startsWith('fine\n'));
    expect(fine.length).toBeGreaterThanOrEqual(15);
    expect(CASES.length - fine.length).toBeGreaterThanOrEqual(40);
  });
});

const PLAIN = partsOf(
  parsePolicy('', 'version: 1\nservices: { web: { image: plain, tests: [{ name: t, tcp: 1 }] } }').policy,
);

function verdictOn(text: string): string {
  const { policy, findings, count } = parsePolicy('tightfit.yml', text);
  const beyondDefaults = partsOf(policy).filter(({ part }) => !PLAIN.some((plain) => plain.part === part));
  const head = policy === null ? `unclear, ${count} in all` : count === 0 ? 'fine' : `clear, ${count} in all`;
  return [head, ...findings.map(lineOf), ...beyondDefaults.map(({ service, part }) => `${service}.${part}`), ''].join(
    '\n',
  );
}

function lineOf({ location, message, advice, rule }: Finding): string {
  const place = location === null ? '-' : `${location.file}:${location.line}:${location.column}`;
  return `${place}: ${[message, advice].filter((part) => part !== '').join('. ')} [${rule}]`;
}

interface Part {
  readonly service: string;
  readonly part: string;
}

function partsOf(policy: Policy | null): readonly Part[] {
  return (policy?.services ?? []).flatMap(({ name, run, image, ready, tests, limits, exceptions }) =>
    Object.entries({ image, ...run, ready, tests, limits, exceptions }).map(([key, value]) => ({
      service: name,
      part: `${key}: ${JSON.stringify(value)}`,
    })),
  );
}
