import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createEngine } from '../../../src/adapters/docker/engine.js';
import { findEndpoint } from '../../../src/adapters/docker/endpoint.js';
import { EnvironmentError } from '../../../src/core/errors.js';
import type { Engine } from '../../../src/ports.js';
import { engineFixture, IMAGE } from '../../support/engine-fixture.js';

const { engine, run } = engineFixture();
const path = process.env.PATH ?? '';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-ssh-'));
  // Takes the place of ssh and of the other machine: runs there what it is told to, by a shell, as a login does.
  const script =
    'while [ "$1" != -- ]; do shift; done; [ "$2" = far ] || { echo "no route to $2" >&2; exit 255; }; shift 2';
  writeFileSync(join(folder, 'ssh'), `#!/bin/sh\n${script}; exec sh -c "$*"\n`, { mode: 0o755 });
  process.env.PATH = `${folder}:${path}`;
});

afterAll(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true });
});

async function overSsh(host: string): Promise<Engine> {
  const socket = (await engine.describe()).endpoint.replace('unix://', '');
  return createEngine({ ...process.env, DOCKER_HOST: `ssh://me@${host}${socket}` });
}

test('an engine behind ssh describes itself, and not as one of this machine', async () => {
  const far = await overSsh('far');
  const { version, kernel } = await engine.describe();
  expect(await far.describe()).toMatchObject({ version, kernel, local: false });
});

test('an engine behind ssh looks at images, executes programs and gives logs', async () => {
  const far = await overSsh('far');
  await expect(far.image(IMAGE)).resolves.toMatchObject({ id: (await engine.image(IMAGE)).id });
  const container = await run({ command: ['sh', '-c', 'echo said; exec sleep 100'] });
  const executed = await far.exec(container, {
    command: ['sh', '-c', 'echo out; echo err >&2; exit 3'],
    user: null,
    limit: 1024,
    signal: AbortSignal.timeout(60_000),
  });
  expect(executed).toMatchObject({ exitCode: 3, output: { stdout: 'out\n', stderr: 'err\n' } });
  expect((await far.logs(container, 1024)).stdout).toBe('said\n');
  const over = far.ended(container, AbortSignal.timeout(60_000));
  await far.stop(container, 0);
  await over;
});

test('says in the words of ssh why it does not reach an engine', async () => {
  const finding = findEndpoint({ DOCKER_HOST: 'ssh://nosuch' });
  await expect(finding).rejects.toThrow(EnvironmentError);
  await expect(finding).rejects.toMatchObject({
    message: 'no container engine answers; tried ssh://nosuch (ssh ended with exit code 255: no route to nosuch)',
    advice: expect.stringContaining('ssh HOST docker version') as unknown,
  });
});
