import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { refuseCredentials } from '../../../src/adapters/docker/credential-guard.js';
import { EnvironmentError } from '../../../src/core/errors.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-context-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const refuse = (): Promise<void> => refuseCredentials({ folder, dockerfile: join(folder, 'Dockerfile') });

const TOKEN = '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic eDp5\n';

describe('refuseCredentials', () => {
  test.each([
    ['the token of actions/checkout', TOKEN],
    ['a password in an address', '[remote "origin"]\n\turl = https://me:secret@git.test/x.git\n'],
    ['a token in an address', '[remote "origin"]\n\turl = https://ghp_0123456789@github.com/x/y.git\n'],
  ])('refuses %s', async (_, config) => {
    write('.git/config', config);
    await expect(refuse()).rejects.toThrow(EnvironmentError);
    await expect(refuse()).rejects.toThrow(`.git/config in the build context ${folder} holds a credential`);
  });

  test('refuses the token in a submodule', async () => {
    write('.git/config', '[core]\n');
    write('.git/modules/vendor/library/config', TOKEN);
    await expect(refuse()).rejects.toThrow('.git/modules/vendor/library/config in the build context');
  });

  test.each([
    ['without a repository', {}],
    [
      'without a credential',
      { '.git/config': '[remote "origin"]\n\turl = https://git.test/x.git\n\turl = git@git.test:x.git\n' },
    ],
    ['with .git left out', { '.git/config': TOKEN, '.dockerignore': '.git\n' }],
    [
      'with .git left out by both files',
      { '.git/config': TOKEN, '.dockerignore': '.git', 'Dockerfile.dockerignore': '**' },
    ],
  ])('accepts a context %s', async (_, files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) write(path, text);
    await expect(refuse()).resolves.toBeUndefined();
  });

  test.each([
    ['brought back in', { '.dockerignore': '.git\n!.git/config\n' }],
    ["let in by the Dockerfile's own file", { '.dockerignore': '.git\n', 'Dockerfile.dockerignore': 'node_modules\n' }],
    ['left out for one builder only', { 'Dockerfile.dockerignore': '.git\n' }],
  ])('refuses a credential %s', async (_, files: Record<string, string>) => {
    write('.git/config', TOKEN);
    for (const [path, text] of Object.entries(files)) write(path, text);
    await expect(refuse()).rejects.toThrow('holds a credential');
  });
});
