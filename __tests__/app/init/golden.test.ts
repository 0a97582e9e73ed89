import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { initPolicy } from '../../../src/app/init/init.js';
import { lint } from '../../../src/app/lint.js';
import { fakeWorld } from '../../support/fake-world.js';
import { initRequest } from '../../support/init-request.js';

const GOLDEN = new URL('../../golden/', import.meta.url);
const CASES = readdirSync(GOLDEN).filter((name) => name.startsWith('init-'));

test('there are cases', () => {
  expect(CASES.length).toBeGreaterThan(5);
});

describe.each(CASES)('%s without an engine', (name) => {
  const folder = new URL(`${name}/`, GOLDEN);
  const dockerfile = readFileSync(new URL('Dockerfile', folder), 'utf8');

  test('gives the policy that was agreed, without a mistake in it', async () => {
    const world = fakeWorld({ files: { Dockerfile: dockerfile }, behave: () => ({}) });
    const { files } = await initPolicy(world, initRequest({ run: false }));
    const text = files[0]?.text ?? '';
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(new URL('expected.yml', folder), text);
    expect(text).toBe(readFileSync(new URL('expected.yml', folder), 'utf8'));
    const written = fakeWorld({ files: { Dockerfile: dockerfile, 'tightfit.yml': text }, behave: () => ({}) });
    const { findings } = await lint(written, { policyFile: 'tightfit.yml', runId: 'r', version: '1' });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(world.created).toEqual([]);
  });
});
