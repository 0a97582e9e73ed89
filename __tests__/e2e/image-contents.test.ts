import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ImageContents } from '../../src/core/image/contents.js';
import { imageContents } from '../../src/core/image/image-contents.js';
import { LayerDigests } from '../../src/core/image/layer-digest.js';
import { PLAIN_BUILD } from '../../src/core/policy/plain-build.js';
import { engineFixture, IMAGE } from '../support/engine-fixture.js';

const PING = resolve(import.meta.dirname, '../../examples/ping');

const { engine, forget } = engineFixture();

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-context-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function build(context: string, target: string | null): Promise<string> {
  const dockerfile = join(context, 'Dockerfile');
  const labels = { 'tightfit.test': 'contents' };
  const signal = AbortSignal.timeout(240_000);
  return engine.build({
    context,
    dockerfile,
    args: {},
    target,
    labels,
    options: PLAIN_BUILD,
    onLine: () => undefined,
    signal,
  });
}

async function contentsOf(image: string): Promise<ImageContents> {
  const digests = new LayerDigests();
  return imageContents(await engine.readImage(image, digests, AbortSignal.timeout(120_000)), digests);
}

/** What is said of the ping of an image: its privilege and what made the layer it is from. */
async function pingOf(target: string): Promise<readonly unknown[]> {
  const { privileged, layers } = await contentsOf(await build(PING, target));
  return privileged
    .filter(({ path }) => path === '/usr/bin/ping')
    .map(({ mode, setuid, capabilities, effective, layer }) => {
      return { mode, setuid, capabilities, effective, from: layers[layer - 1]?.instruction };
    });
}

describe('the contents of a real image', () => {
  test('have a setuid ping with the layer that made it so', async () => {
    expect(await pingOf('setuid')).toEqual([
      { mode: '4755', setuid: true, capabilities: [], effective: false, from: 'RUN chmod u+s /usr/bin/ping' },
    ]);
  });

  test('have a ping with a capability, which the export keeps, with the layer that gave it', async () => {
    const from = 'RUN setcap cap_net_raw+ep /usr/bin/ping';
    expect(await pingOf('file-capability')).toEqual([
      { mode: '0755', setuid: false, capabilities: ['NET_RAW'], effective: true, from },
    ]);
  });

  test('have nothing of a ping whose capability a command of the same layer took away', async () => {
    expect(await pingOf('plain')).toEqual([]);
  });

  test('tell what is still in a lower layer from what is there, and what was added from what is the base image’s', async () => {
    const lines = [
      `FROM ${IMAGE}`,
      'RUN mkdir /root/.aws && echo secret > /root/.aws/credentials',
      'RUN rm /root/.aws/credentials && touch /srv/shared && chmod 666 /srv/shared',
      "RUN sh -c 'echo toor::0:0::/root:/bin/sh >> /etc/passwd'",
    ];
    writeFileSync(join(folder, 'Dockerfile'), `${lines.join('\n')}\n`);
    const image = await build(folder, null);
    forget({ kind: 'image', id: image });
    const base = (await contentsOf((await engine.image(IMAGE)).id)).layers.length;
    const { secrets, worldWritable, accounts } = await contentsOf(image);
    const path = '/root/.aws/credentials';
    expect(secrets).toEqual([{ path, kind: 'AWS credentials', layer: base + 1, removedIn: base + 2 }]);
    expect(worldWritable).toEqual([{ path: '/srv/shared', kind: 'file', layer: base + 2 }]);
    expect(accounts).toContainEqual({ name: 'toor', uid: 0, shell: '/bin/sh', layer: base + 3 });
  });

  test('are given up on as soon as nobody waits for them', async () => {
    const { id } = await engine.image(IMAGE);
    const reading = engine.readImage(id, new LayerDigests(), AbortSignal.timeout(50));
    await expect(reading).rejects.toHaveProperty('name', 'TimeoutError');
  });
});
