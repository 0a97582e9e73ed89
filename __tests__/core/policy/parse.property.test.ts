import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePolicy, type ParsedPolicy } from '../../../src/core/policy/parse.js';

const GOLDEN = fileURLToPath(new URL('../../golden/', import.meta.url));
const CORPUS = readdirSync(GOLDEN)
  .filter((name) => name.startsWith('policy-'))
  .map((name) => readFileSync(`${GOLDEN}${name}/tightfit.yml`, 'utf8'));

/** What holds for whatever is read. */
function expectSound(text: string, { policy, findings, count }: ParsedPolicy): void {
  const lines = text.split('\n');
  expect(policy !== null || findings.length > 0).toBe(true);
  expect(count > 20 ? findings.length === 21 : findings.length === count).toBe(true);
  for (const { location, message } of findings) {
    expect(message).not.toBe('');
    expect(location?.line).toBeLessThanOrEqual(lines.length);
    expect(location?.column).toBeLessThanOrEqual((lines[(location?.line ?? 0) - 1] ?? '').length + 1);
    expect(Math.min(location?.line ?? 0, location?.column ?? 0)).toBeGreaterThanOrEqual(1);
  }
}

describe('reading a policy', () => {
  it('never throws, and places every finding within the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expectSound(text, parsePolicy('x.yml', text));
      }),
    );
  });

  it('does so for what looks like YAML', () => {
    const words = fc.constantFrom(
      ...'version services web : - [ ] { } & * ! % | > " \' # ? , 1 a << ~ @ `'.split(' '),
      ': ',
      '\n',
      '\n  ',
      '- ',
      '---\n',
      '\t',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        expectSound(text, parsePolicy('x.yml', text));
      }),
      { numRuns: 200 },
    );
  });

  it('does so for policies with a piece cut out, doubled or put elsewhere', () => {
    const edit = fc.record({
      text: fc.constantFrom(...CORPUS),
      from: fc.nat(2000),
      length: fc.nat(60),
      to: fc.nat(2000),
    });
    fc.assert(
      fc.property(edit, fc.boolean(), ({ text, from, length, to }, keep) => {
        const piece = text.slice(from, from + length);
        const rest = keep ? text : text.slice(0, from) + text.slice(from + length);
        const edited = rest.slice(0, to) + piece + rest.slice(to);
        expectSound(edited, parsePolicy('x.yml', edited));
      }),
      { numRuns: 200 },
    );
  });
});
