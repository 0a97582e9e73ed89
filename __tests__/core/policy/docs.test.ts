import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parsePolicy } from '../../../src/core/policy/parse.js';
import { keysOf } from '../../../src/core/policy/schema.js';

const DOCS = readFileSync(new URL('../../../docs/policy.md', import.meta.url), 'utf8');
const BLOCKS = [...DOCS.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, block = '']) => block);
const PARTS = 'service build run ready test http tcp log exec client expectation limits exception'.split(' ');
const TEST = '    tests: [{ name: answers, tcp: 80 }]';

/** A part of a policy, in a policy. */
function whole(block: string): string {
  if (block.includes('version:')) return block;
  const lines = block.startsWith('client:') ? `tests:\n  - name: shown\n${indent(indent(block))}` : block;
  const service = indent(indent(lines));
  return `version: 1\nservices:\n  samba:\n    image: samba\n${service}${service.includes('tests:') ? '' : TEST}`;
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}

describe('docs/policy.md', () => {
  it.each(BLOCKS)('shows what is valid: %j', (block) => {
    expect(parsePolicy('docs', whole(block)).findings).toEqual([]);
  });

  it.each([...new Set(PARTS.flatMap(keysOf))])('names %s', (key) => {
    expect(DOCS).toMatch(new RegExp(`[\`{ ]${key}[\`: ,]`));
  });
});
