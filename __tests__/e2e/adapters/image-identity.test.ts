import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createEngine } from '../../../src/adapters/docker/engine.js';
import { EnvironmentError } from '../../../src/core/errors.js';
import { imageContents } from '../../../src/core/image/image-contents.js';
import type { ImageContents } from '../../../src/core/image/contents.js';
import { LayerDigests } from '../../../src/core/image/layer-digest.js';
import { PLAIN_BUILD } from '../../../src/core/policy/plain-build.js';
import { builders } from '../../support/builders.js';
import { engineFixture, IMAGE } from '../../support/engine-fixture.js';

const { engine, host, create, docker, forget } = engineFixture();

const HELD = { user: '33', stopSignal: 'SIGQUIT', command: ['sleep', '100'] };

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-identity-'));
  const made = `RUN echo ${host.uniqueName()} > /made && cp /bin/true /made-setuid && chmod 4755 /made-setuid`;
  const rest = 'USER 33\nSTOPSIGNAL SIGQUIT\nCMD ["sleep", "100"]\n';
  writeFileSync(join(folder, 'Dockerfile'), `FROM ${IMAGE}\n${made}\n${rest}`);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** An image of its own, by its id on the engine. */
async function built(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const id = await createEngine(environment).build({
    context: folder,
    dockerfile: join(folder, 'Dockerfile'),
    args: {},
    target: null,
    labels: {},
    options: PLAIN_BUILD,
    onLine: () => undefined,
    signal: AbortSignal.timeout(120_000),
  });
  forget({ kind: 'image', id });
  return id;
}

/** The image that the engine says a container has. */
async function imageOf(imageId: string): Promise<string> {
  const container = await create({ imageId });
  return (await docker('inspect', '--format', '{{.Image}}', container)).trim();
}

async function contentsOf(id: string): Promise<ImageContents> {
  const digests = new LayerDigests();
  return imageContents(await engine.readImage(id, digests, AbortSignal.timeout(120_000)), digests);
}

test.each(builders())('what %s builds is the image that is looked at, run and read', async (_, environment) => {
  const id = await built(environment);
  await expect(engine.image(id)).resolves.toMatchObject({ id, ...HELD });
  expect(await imageOf(id)).toBe(id);
  const { privileged, layers } = await contentsOf(id);
  expect(privileged.map(({ path }) => path)).toContain('/made-setuid');
  expect(layers.at(-1)?.instruction).toContain('chmod 4755 /made-setuid');
});

describe('an image on the engine', () => {
  test('is the same by its tag, its id and, where the engine knows one, its digest', async () => {
    const id = await built();
    const tag = `tightfit-test-${host.uniqueName()}:1`;
    await docker('tag', id, tag);
    forget({ kind: 'image', id: tag });
    const digests = JSON.parse(await docker('image', 'inspect', '--format', '{{json .RepoDigests}}', tag)) as string[];
    for (const reference of [tag, id, id.replace('sha256:', ''), ...digests]) {
      await expect(engine.image(reference)).resolves.toMatchObject({ id, ...HELD });
    }
    expect(await imageOf(id)).toBe(id);
  });

  test.each([`sha256:${'0'.repeat(64)}`, '0'.repeat(64)])('is never pulled by an id: %s', async (id) => {
    const asked: string[] = [];
    const looked = engine.image(id, AbortSignal.timeout(60_000), (state) => asked.push(state));
    await expect(looked).rejects.toThrow(EnvironmentError);
    await expect(looked).rejects.toThrow(`the engine has no image with id ${id}, and an id cannot be pulled`);
    expect(asked).toEqual([]);
  });
});
