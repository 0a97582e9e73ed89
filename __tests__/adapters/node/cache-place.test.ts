import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { userCache } from '../../../src/adapters/node/cache-place.js';

let base = '';

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'tightfit-place-'));
  for (const name of ['home', 'checkout', 'chosen']) mkdirSync(join(base, name));
  writeFileSync(join(base, 'program.js'), 'version 1');
  symlinkSync(join(base, 'checkout'), join(base, 'alias'));
});

afterEach(() => {
  rmSync(base, { recursive: true });
});

type Names = Readonly<Record<string, string>>;

/** What is read of a text that was kept; variables name folders below the test's own. */
async function keptIn(variables: Names, workingFolder = 'checkout'): Promise<string | null> {
  const environment = Object.fromEntries(Object.entries(variables).map(([name, path]) => [name, join(base, path)]));
  const place = { environment, workingFolder: join(base, workingFolder), program: join(base, 'program.js') };
  await userCache(place).keep('a', 'text');
  return userCache(place).read('a');
}

test.each<[Names, string]>([
  [{ HOME: 'home' }, 'home/.cache/tightfit'],
  [{ HOME: 'home', XDG_CACHE_HOME: 'chosen' }, 'chosen/tightfit'],
  [{ HOME: 'home', XDG_CACHE_HOME: 'home', TIGHTFIT_CACHE_DIR: 'chosen/own' }, 'chosen/own'],
])('with %j it is in %s', async (variables, folder) => {
  expect(await keptIn(variables)).toBe('text');
  expect(existsSync(join(base, folder))).toBe(true);
});

test.each<[string, Names, string]>([
  ['there is no home', {}, 'checkout'],
  ['it is in the working folder', { TIGHTFIT_CACHE_DIR: 'checkout/cache' }, 'checkout'],
  ['it is in the working folder by a link', { TIGHTFIT_CACHE_DIR: 'alias/cache' }, 'checkout'],
  ['the working folder is named by a link', { TIGHTFIT_CACHE_DIR: 'checkout/cache' }, 'alias'],
  ['it is in the workspace', { TIGHTFIT_CACHE_DIR: 'checkout/cache', GITHUB_WORKSPACE: 'checkout' }, 'home'],
])('nothing is kept where %s', async (_, variables, workingFolder) => {
  expect(await keptIn(variables, workingFolder)).toBeNull();
  expect(existsSync(join(base, 'checkout/cache'))).toBe(false);
});

test('what another version of the program kept is not read', async () => {
  expect(await keptIn({ HOME: 'home' })).toBe('text');
  writeFileSync(join(base, 'program.js'), 'version 2');
  const place = { environment: { HOME: join(base, 'home') }, workingFolder: join(base, 'checkout') };
  expect(await userCache({ ...place, program: join(base, 'program.js') }).read('a')).toBeNull();
});
