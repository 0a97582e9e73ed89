import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { unixAddress } from '../../../src/adapters/docker/address.js';
import { build } from '../../../src/adapters/docker/build.js';
import { buildArguments } from '../../../src/adapters/docker/build-arguments.js';
import { EnvironmentError } from '../../../src/core/errors.js';
import { PLAIN_BUILD } from '../../../src/core/policy/plain-build.js';
import type { BuildOptions } from '../../../src/core/policy/policy.js';
import type { BuildRequest } from '../../../src/ports.js';

let folder = '';
let lines: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-secrets-'));
  lines = [];
  writeFileSync(join(folder, 'Dockerfile'), 'FROM debian\n');
  writeFileSync(join(folder, 'a,b"c'), 'of-a-file\n');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function request(options: Partial<BuildOptions>): BuildRequest {
  return {
    context: folder,
    dockerfile: join(folder, 'Dockerfile'),
    args: {},
    target: null,
    labels: {},
    options: { ...PLAIN_BUILD, ...options },
    onLine: (line) => lines.push(line),
    signal: new AbortController().signal,
  };
}

/** Builds with a docker command that writes its arguments and its environment, and has buildx or not. */
function built(
  options: Partial<BuildOptions>,
  environment: Record<string, string> = {},
  { buildx = 0, exit = 0 } = {},
): Promise<readonly string[]> {
  const script = `[ "$2" = version ] && exit ${buildx}; printf '%s\\n' "$@"; env; exit ${exit}`;
  writeFileSync(join(folder, 'docker'), `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`, { mode: 0o755 });
  const endpoint = { address: unixAddress('/run/x.sock'), certificates: null };
  return build({ endpoint, version: {} }, request(options), { PATH: folder, ...environment });
}

const SECRETS: BuildOptions['secrets'] = [{ id: 'npm', kind: 'environment', variable: 'LD_PRELOAD' }];

describe('the secrets of a build', () => {
  test('go to the builder under names of our own, and what it writes of them is masked', async () => {
    const file = { id: 'key', kind: 'file', path: join(folder, 'a,b"c') } as const;
    await built({ secrets: [...SECRETS, file] }, { LD_PRELOAD: 's3cret', OTHER: 'other' });
    expect(lines).toContain('id=npm,env=TIGHTFIT_BUILD_SECRET_0');
    expect(lines).toContain(`id=key,"src=${folder}/a,b""c"`);
    expect(lines).toContain('TIGHTFIT_BUILD_SECRET_0=***');
    const all = lines.join('\n');
    for (const value of ['s3cret', 'of-a-file', 'LD_PRELOAD', 'OTHER']) expect(all).not.toContain(value);
  });

  test('are masked in the error of a build that fails', async () => {
    const failing = built({ secrets: SECRETS }, { LD_PRELOAD: 'PWD=' }, { exit: 1 });
    const error: unknown = await failing.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EnvironmentError);
    const { message, cause } = error as EnvironmentError;
    expect(JSON.stringify([message, cause])).not.toContain('PWD=');
  });

  test.each([{}, { LD_PRELOAD: '' }])('are missed where the variable is not set: %j', async (environment) => {
    await expect(built({ secrets: SECRETS }, environment)).rejects.toThrow(
      'build secret "npm" is taken from the environment variable LD_PRELOAD, which is empty or not set',
    );
  });

  test('may not be larger than BuildKit takes', async () => {
    writeFileSync(join(folder, 'large'), Buffer.alloc(500 * 1024 + 1));
    const secrets = [{ id: 'x', kind: 'file', path: join(folder, 'large') }] as const;
    await expect(built({ secrets })).rejects.toThrow('build secret "x" is larger than 500 KiB');
  });
});

describe('GitHub’s cache', () => {
  const RUNNER = { ACTIONS_RUNTIME_TOKEN: 't0ken', ACTIONS_RESULTS_URL: 'https://results', ACTIONS_ID_TOKEN: 'id' };
  const gha: Partial<BuildOptions> = { cacheTo: [{ type: 'gha', attributes: [['mode', 'max']] }] };

  test('gets the variables of the runner that it needs, and the token is masked', async () => {
    await built(gha, RUNNER);
    expect(lines).toEqual(
      expect.arrayContaining(['type=gha,mode=max', 'ACTIONS_RUNTIME_TOKEN=***', 'ACTIONS_RESULTS_URL=https://results']),
    );
    expect(lines.join('\n')).not.toMatch(/t0ken|ACTIONS_ID_TOKEN/);
  });

  test('is the only one that gets them', async () => {
    await built({ cacheTo: [{ type: 'inline', attributes: [] }] }, RUNNER);
    expect(lines.join('\n')).not.toContain('ACTIONS_');
  });

  test('is left out with a word where there is no runner', async () => {
    await built(gha);
    expect(lines[0]).toBe(
      'type=gha is left out: ACTIONS_RUNTIME_TOKEN is not set, so this is not a step of an action on a GitHub runner',
    );
  });
});

describe('a builder', () => {
  test('that is chosen loads what it builds into the engine', async () => {
    await built({ builder: 'ci' });
    expect(lines).toEqual(expect.arrayContaining(['--load', 'BUILDX_BUILDER=ci']));
  });

  test.each<[string, Partial<BuildOptions>]>([
    ['secrets', { secrets: [{ id: 'a', kind: 'environment', variable: 'PATH' }] }],
    ['builder', { builder: 'ci' }],
    ['cache_to', { cacheTo: [{ type: 'inline', attributes: [] }] }],
    ['cache_from with other than images', { cacheFrom: [{ type: 'gha', attributes: [] }] }],
  ])('without buildx does not support %s', async (name, options) => {
    await expect(built(options, {}, { buildx: 1 })).rejects.toThrow(
      `the builder at hand does not support ${name} of build: that takes BuildKit by docker buildx`,
    );
    expect(lines).not.toContain('--file');
  });

  test('without buildx takes a cache that is an image, and a network', () => {
    const options = { cacheFrom: [{ type: 'registry', attributes: [['ref', 'web:cache']] }], network: 'none' } as const;
    const args = buildArguments(request(options), 'plain', { id: '/i', metadata: '/m' });
    expect(args.join(' ')).toContain('--cache-from web:cache --network none');
  });
});
