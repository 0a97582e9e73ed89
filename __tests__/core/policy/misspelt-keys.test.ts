import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parsePolicy } from '../../../src/core/policy/parse.js';
import { keysOf } from '../../../src/core/policy/schema.js';

const GOLDEN = fileURLToPath(new URL('../../golden/', import.meta.url));
const OTHERS = ['policy-fine-byte-order-mark', 'policy-fine-but-unknown-syscall'];
const FINE = readdirSync(GOLDEN).filter((name) => name.startsWith('policy-fine-') && !OTHERS.includes(name));
const PARTS = 'service build run ready test http tcp log exec client expectation limits exception'.split(' ');
const KEYS = new Set(['version', 'services', ...PARTS.flatMap(keysOf)]);

interface Slip {
  readonly key: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** The policy once for each of its keys, with a letter too many there. */
function slipsIn(text: string): readonly Slip[] {
  return [...text.matchAll(/(?<=^ *|- |\{ ?|, |[{ ]")[a-z_]+(?="?: |:\r?\n)/gm)]
    .filter(([key]) => KEYS.has(key))
    .map(({ 0: key, index }) => {
      const before = text.slice(0, index);
      return {
        key,
        line: before.split('\n').length,
        column: index - before.lastIndexOf('\n') - (before.endsWith('"') ? 1 : 0),
        text: `${before}${key}q${text.slice(index + key.length)}`,
      };
    });
}

describe('a misspelt key', () => {
  it.each(FINE)('is one finding where it stands, wherever that is in %s', (name) => {
    const slips = slipsIn(readFileSync(`${GOLDEN}${name}/tightfit.yml`, 'utf8'));
    expect(slips.length).toBeGreaterThan(0);
    for (const { key, line, column, text } of slips) {
      const { findings, count } = parsePolicy('tightfit.yml', text);
      expect(findings.map(({ location, advice }) => ({ location, advice }))).toEqual([
        { location: { file: 'tightfit.yml', line, column }, advice: `Did you mean ${key}?` },
      ]);
      expect(count).toBe(1);
    }
  });
});
