import { describe, expect, test } from '@jest/globals';
import { createCleanup } from '../../src/app/cleanup.js';
import { createContentsReader, type ReadContents } from '../../src/app/contents-reader.js';
import type { Machine } from '../../src/core/seccomp/arch.js';
import type { Cache } from '../../src/ports.js';
import { fakeWorld } from '../support/fake-world.js';

const IMAGE = `sha256:${'a'.repeat(64)}`;
const KEY = `${IMAGE} amd64`;

const SHELL = {
  path: '/bin/sh',
  type: 'file',
  mode: 0o755,
  uid: 0,
  gid: 0,
  size: 0,
  linkName: '',
  capability: null,
} as const;

/** Reads an image with a shell as a run of its own does. */
async function readOnce(
  cache?: Cache,
  arch: Machine = 'amd64',
): Promise<{ readonly read: ReadContents; readonly times: number }> {
  const fake = fakeWorld({ files: {}, behave: () => ({}), imageFiles: [{ file: SHELL, content: '' }] });
  let times = 0;
  const readImage: typeof fake.engine.readImage = (...words) => {
    times++;
    return fake.engine.readImage(...words);
  };
  const world = { ...fake, engine: { ...fake.engine, readImage }, ...(cache === undefined ? {} : { cache }) };
  const { signal } = new AbortController();
  const reader = createContentsReader({ world, run: { id: 'r1', expires: 0 }, cleanup: createCleanup(), signal }, arch);
  return { read: await reader.read(IMAGE), times };
}

function memory(texts = new Map<string, string>()): { readonly cache: Cache; readonly texts: Map<string, string> } {
  const cache: Cache = {
    read: (key) => Promise.resolve(texts.get(key) ?? null),
    keep: (key, text) => Promise.resolve(void texts.set(key, text)),
  };
  return { cache, texts };
}

describe('what is in an image', () => {
  test('is read once, and a later run finds the same without reading it', async () => {
    const { cache } = memory();
    const first = await readOnce(cache);
    const second = await readOnce(cache);
    expect([first.times, second.times]).toEqual([1, 0]);
    expect(second.read).toEqual(first.read);
    expect(first.read).toMatchObject({ contents: { programs: [{ path: '/bin/sh', kind: 'shell', layer: 1 }] } });
  });

  test('is read for each architecture, of which an id can have several', async () => {
    const { cache } = memory();
    const runs = [await readOnce(cache, 'amd64'), await readOnce(cache, 'arm64'), await readOnce(cache, 'arm64')];
    expect(runs.map(({ times }) => times)).toEqual([1, 1, 0]);
  });

  test('is read in every run where nothing is kept', async () => {
    expect([(await readOnce()).times, (await readOnce()).times]).toEqual([1, 1]);
  });

  test.each<[string, (text: string) => string]>([
    ['is not JSON', () => '{'],
    ['is about another image', (text) => text.replace(IMAGE, `sha256:${'b'.repeat(64)}`)],
    ['has another form', (text) => text.replace('"programs"', '"programmes"')],
    ['has a value of another type', (text) => text.replace('"layer":1', '"layer":"1"')],
  ])('is read again where what was kept %s, and kept anew', async (_, spoil) => {
    const { cache, texts } = memory();
    const first = await readOnce(cache);
    const good = texts.get(KEY) ?? '';
    expect(spoil(good)).not.toBe(good);
    texts.set(KEY, spoil(good));
    const second = await readOnce(cache);
    expect(second).toEqual(first);
    expect(texts.get(KEY)).toBe(good);
  });
});
