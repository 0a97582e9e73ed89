import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { LINT_RULES } from '../../../src/core/lint/lint.js';
import { RULES } from '../../../src/core/rules.js';
import { lintFolder } from '../../support/lint-folder.js';

const GOLDEN = fileURLToPath(new URL('../../golden/', import.meta.url));
const CASES = readdirSync(GOLDEN).filter((name) => name.startsWith('lint-'));

/** Each folder holds a policy, what it names, and what lint says. `UPDATE_GOLDEN=1` writes the latter anew. */
describe('golden lint cases', () => {
  it.each(CASES)('%s', (name) => {
    const expected = `${GOLDEN}${name}/expected.txt`;
    const actual = lintFolder(`${GOLDEN}${name}`);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(expected, actual);
    expect(actual).toBe(readFileSync(expected, 'utf8'));
  });

  it('hold one for every rule that needs no engine', () => {
    const said = CASES.map((name) => readFileSync(`${GOLDEN}${name}/expected.txt`, 'utf8')).join('');
    const silent = [...PARSED, ...LINT_RULES.map(({ id }) => id)].filter((id) => !said.includes(`[${id}]\n`));
    expect(silent).toEqual([]);
  });
});

/** Rules of the profile's chapter that its parser finds. */
const PARSED = Object.entries(RULES).flatMap(([id, { chapter }]) => (chapter === 'profile' ? [id] : []));
