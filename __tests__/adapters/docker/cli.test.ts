import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAddress, unixAddress } from '../../../src/adapters/docker/address.js';
import { cliEnvironment, runCli, type CliOutcome } from '../../../src/adapters/docker/cli.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-cli-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a docker command that is this shell script. */
function run(script: string, args: readonly string[] = [], patience = 60_000): Promise<CliOutcome> {
  writeFileSync(join(folder, 'docker'), `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`, { mode: 0o755 });
  return runCli({ args, environment: { PATH: folder }, onLine: () => undefined, patience });
}

describe('runCli', () => {
  test('passes arguments as they are, with no shell in between', async () => {
    const args = ['a b', '$(id)', '`id`', '', "'", '"', '*', ';'];
    const { lastLines } = await run(`printf '<%s>\\n' "$@"`, args);
    expect(lastLines).toEqual(args.map((arg) => `<${arg}>`));
  });

  test('keeps the last lines that say something', async () => {
    const { lastLines, exitCode } = await run('seq 1 30; echo; echo "  "; exit 3');
    expect(exitCode).toBe(3);
    expect(lastLines).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 11)));
  });

  test('counts one that was killed as failed', async () => {
    await expect(run('kill -KILL $$')).resolves.toMatchObject({ exitCode: 128 });
  });

  test('does not wait for ever', async () => {
    await expect(run('sleep 600', ['pull'], 100)).rejects.toMatchObject({
      name: 'EnvironmentError',
      message: 'docker pull did not end within 0.1 s',
    });
  });
});

describe('cliEnvironment', () => {
  const environment = { PATH: '/bin', DOCKER_HOST: 'unix:///other.sock', DOCKER_TLS_VERIFY: '1', GITHUB_TOKEN: 'x' };

  test('leads to the engine that was found', () => {
    expect(cliEnvironment(environment, { address: unixAddress('/run/x.sock'), certificates: null })).toEqual({
      PATH: '/bin',
      DOCKER_HOST: 'unix:///run/x.sock',
    });
  });

  test('leads there over TLS', () => {
    const address = parseAddress('tcp://engine.test:2376', 'DOCKER_HOST');
    expect(cliEnvironment(environment, { address, certificates: '/certificates' })).toEqual({
      PATH: '/bin',
      DOCKER_HOST: 'tcp://engine.test:2376',
      DOCKER_TLS_VERIFY: '1',
      DOCKER_CERT_PATH: '/certificates',
    });
  });
});
