import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createEngine } from '../../../src/adapters/docker/engine.js';
import { EnvironmentError } from '../../../src/core/errors.js';
import { PLAIN_BUILD } from '../../../src/core/policy/plain-build.js';
import type { BuildOptions } from '../../../src/core/policy/policy.js';
import { builders, buildxEnvironment } from '../../support/builders.js';
import { engineFixture, IMAGE } from '../../support/engine-fixture.js';

const { engine, host, docker, runToEnd, forget } = engineFixture();
const [legacy] = builders();
const buildx = buildxEnvironment();

let folder = '';
let lines: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-options-'));
  mkdirSync(join(folder, 'context'));
  lines = [];
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function isPodman(): Promise<boolean> {
  return (await engine.describe()).name === 'Podman';
}

/** Builds this Dockerfile with these options, and gives the image's id. */
async function built(
  dockerfile: string,
  options: Partial<BuildOptions>,
  environment: NodeJS.ProcessEnv | undefined,
): Promise<string> {
  writeFileSync(join(folder, 'context/Dockerfile'), dockerfile);
  const id = await createEngine(environment ?? {}).build({
    context: join(folder, 'context'),
    dockerfile: join(folder, 'context/Dockerfile'),
    args: {},
    target: null,
    labels: {},
    options: { ...PLAIN_BUILD, ...options },
    onLine: (line) => lines.push(line),
    signal: AbortSignal.timeout(120_000),
  });
  forget({ kind: 'image', id });
  return id;
}

describe.each(builders())('%s', (_, environment) => {
  test('builds without a network where the policy says so, or says that the engine cannot', async () => {
    const interfaces = async (network: BuildOptions['network']): Promise<string> => {
      // The word keeps an earlier build's layer from being taken.
      const look = `RUN echo ${host.uniqueName()} && cat /proc/net/dev > /interfaces`;
      const id = await built(`FROM ${IMAGE}\n${look}\n`, { network }, environment);
      return (await runToEnd({ imageId: id, command: ['cat', '/interfaces'] })).output.stdout;
    };
    if (await isPodman()) {
      await expect(interfaces('none')).rejects.toThrow("Podman's API does not build without a network");
      return;
    }
    expect(await interfaces('none')).not.toContain('eth0');
    expect(await interfaces('default')).toContain('eth0');
  });
});

test('the legacy builder refuses secrets before it builds', async () => {
  const secrets = [{ id: 'npm', kind: 'environment', variable: 'PATH' }] as const;
  const building = built('FROM scratch\nCOPY . .\n', { secrets }, legacy?.[1]);
  await expect(building).rejects.toThrow(EnvironmentError);
  await expect(building).rejects.toThrow('the builder at hand does not support secrets of build');
  expect(lines).toEqual([]);
});

/** Where the docker command has no buildx, its refusal above is what can be seen. */
if (buildx !== undefined) describe('buildx', buildxTests);

function buildxTests(): void {
  test('hands secrets to the build alone: they are in no output, layer, history or label', async () => {
    const value = `s3cret-${host.uniqueName()}`;
    const file = `f1le-${host.uniqueName()}`;
    writeFileSync(join(folder, 'key.pem'), `-----\n${file}\n`);
    const secrets = [
      { id: 'npm', kind: 'environment', variable: 'THE_TOKEN' },
      { id: 'key', kind: 'file', path: join(folder, 'key.pem') },
    ] as const;
    const mounts = '--mount=type=secret,id=npm --mount=type=secret,id=key';
    // A secret is no part of what a layer is kept by, so a word of its own keeps an earlier build's from being taken.
    const work = 'cat /run/secrets/npm /run/secrets/key && cat /run/secrets/npm /run/secrets/key | wc -c > /length';
    const id = await built(
      `FROM ${IMAGE}\nRUN ${mounts} ${work} && echo ${host.uniqueName()}\n`,
      { secrets },
      { ...buildx, THE_TOKEN: value },
    );
    const { output } = await runToEnd({ imageId: id, command: ['cat', '/length'] });
    expect(output.stdout.trim()).toBe(String(value.length + '-----\n'.length + file.length + 1));
    expect(lines.join('\n')).toContain('***');
    const history = await docker('history', '--no-trunc', '--format', '{{json .}}', id);
    const inspected = await docker('image', 'inspect', id);
    for (const text of [lines.join('\n'), history, inspected]) {
      expect(text).not.toContain(value);
      expect(text).not.toContain(file);
    }
  });

  test('masks a secret in the error of a build that fails', async () => {
    const value = `s3cret-${host.uniqueName()}`;
    const secrets = [{ id: 'npm', kind: 'environment', variable: 'THE_TOKEN' }] as const;
    const run = 'RUN --mount=type=secret,id=npm cat /run/secrets/npm >&2; exit 3';
    const error: unknown = await built(
      `FROM ${IMAGE}\n${run}\n`,
      { secrets },
      {
        ...buildx,
        THE_TOKEN: value,
      },
    ).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EnvironmentError);
    const { message, cause } = error as EnvironmentError;
    expect(`${message}\n${lines.join('\n')}\n${JSON.stringify(cause)}`).not.toContain(value);
    expect(lines.join('\n')).toContain('***');
  });

  test('leaves a cache where the policy says and takes it from there, or says that this builder cannot', async () => {
    const local = join(folder, 'cache');
    const dockerfile = `FROM ${IMAGE}\nRUN echo ${host.uniqueName()} > /made\n`;
    const leaving = built(dockerfile, { cacheTo: [{ type: 'local', attributes: [['dest', local]] }] }, buildx);
    const refusal = await leaving.then(
      () => null,
      (reason: unknown) => reason,
    );
    if (refusal !== null) {
      expect(refusal).toBeInstanceOf(EnvironmentError);
      expect(refusal).toMatchObject({
        message: expect.stringMatching(/not supported for the docker driver/i) as unknown,
        advice: expect.stringContaining('docker buildx create') as unknown,
      });
      return;
    }
    expect(readdirSync(local)).toContain('index.json');
    await built(dockerfile, { cacheFrom: [{ type: 'local', attributes: [['src', local]] }] }, buildx);
    expect(lines.join('\n')).toMatch(/importing cache manifest from local/);
  });

  test('says that there is no such builder', async () => {
    await expect(built('FROM scratch\nCOPY . .\n', { builder: 'nosuch' }, buildx)).rejects.toMatchObject({
      message: expect.stringContaining('no builder "nosuch" found') as unknown,
      advice: expect.stringContaining('docker buildx create --name') as unknown,
    });
  });
}
