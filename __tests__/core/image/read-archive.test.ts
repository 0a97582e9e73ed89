import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { decompress } from '../../../src/adapters/docker/decompress.js';
import type { ImageContents } from '../../../src/core/image/contents.js';
import { imageContents } from '../../../src/core/image/image-contents.js';
import { LayerDigests } from '../../../src/core/image/layer-digest.js';
import { readArchive } from '../../../src/core/image/read-archive.js';
import { inPieces, tarArchive, type TarMember } from '../../support/tar-archive.js';

async function contentsOf(members: readonly TarMember[], arch = 'amd64'): Promise<ImageContents> {
  const digests = new LayerDigests();
  const layers = await readArchive(inPieces(tarArchive(members), 4096), { arch, observer: digests, decompress });
  return imageContents(layers, digests);
}

const CREATED_BY = [
  { created_by: '/bin/sh -c #(nop) ADD file:1 in / ' },
  { created_by: '/bin/sh -c #(nop)  CMD ["sh"]', empty_layer: true },
  { created_by: 'RUN |1 A=b /bin/sh -c apt-get install su # buildkit' },
  { created_by: 'COPY . /app # buildkit' },
];

const CONFIG = JSON.stringify({ history: CREATED_BY });

/** As Docker 20.10 writes it: the list of the layers comes last. */
function saved(...layers: readonly (readonly TarMember[])[]): TarMember[] {
  const paths = layers.map((_, index) => `${String.fromCharCode(122 - index)}/layer.tar`);
  return [
    ...layers.flatMap((members, index) => [
      { name: `${index}/VERSION`, content: '1.0' },
      { name: paths[index] ?? '', content: tarArchive(members) },
    ]),
    { name: 'c.json', content: CONFIG },
    { name: 'manifest.json', content: JSON.stringify([{ Config: 'c.json', Layers: paths }]) },
  ];
}

const SU = { name: 'bin/su', mode: 0o4755 };

describe('an image’s archive', () => {
  test('tells which layer brought a file, and what made the layer', async () => {
    const { layers, privileged } = await contentsOf(saved([], [SU], [{ name: 'app/x' }]));
    expect(layers.map(({ instruction }) => instruction)).toEqual([
      'ADD file:1 in /',
      'RUN apt-get install su',
      'COPY . /app',
    ]);
    expect(privileged.map(({ path, layer, mode }) => [path, layer, mode])).toEqual([['/bin/su', 2, '4755']]);
  });

  test('may have the layers in any order', async () => {
    const members = saved([], [SU], [{ name: 'bin/.wh.su' }]);
    expect((await contentsOf(members)).privileged).toEqual([]);
    expect((await contentsOf([...members].reverse())).privileged).toEqual([]);
  });

  test.each<[string, TarMember]>([
    ['a whiteout', { name: 'bin/.wh.su' }],
    ['a whiteout of its folder', { name: '.wh.bin' }],
    ['an opaque folder', { name: 'bin/.wh..wh..opq' }],
    ['the same file without the bit', { name: 'bin/su', mode: 0o755 }],
    ['a folder of its name', { name: 'bin/su/', type: '5' }],
    ['a link in the place of its folder', { name: 'bin', type: '2', linkName: 'usr/bin' }],
  ])('has a file no more after %s', async (_, hider) => {
    expect((await contentsOf(saved([SU], [hider], []))).privileged).toEqual([]);
    expect((await contentsOf(saved([], [hider], [SU]))).privileged).toHaveLength(1);
  });

  test('still has a file whose folder is written again, or whose neighbour goes', async () => {
    const above = [{ name: 'bin/', type: '5' }, { name: 'bin/.wh.sudo' }, { name: '.wh.bi' }];
    expect((await contentsOf(saved([SU], above, []))).privileged).toHaveLength(1);
  });

  test('keeps a secret that a later layer removes, and says so', async () => {
    const key = { name: 'root/.ssh/id_rsa', content: '-----BEGIN OPENSSH PRIVATE KEY-----' };
    const { secrets } = await contentsOf(saved([], [key], [{ name: 'root/.ssh/.wh.id_rsa' }]));
    expect(secrets).toEqual([{ path: '/root/.ssh/id_rsa', kind: 'SSH private key', layer: 2, removedIn: 3 }]);
  });

  test('may be of OCI’s layout, with compressed layers and what attests to it', async () => {
    const blob = (digest: string): object => ({ digest: `sha256:${digest}` });
    const list = [
      { ...blob('attestation'), platform: { os: 'unknown' } },
      { ...blob('manifest'), platform: { os: 'linux' } },
    ];
    const { layers, privileged } = await contentsOf([
      { name: 'blobs/sha256/attestation', content: '{"layers":[]}' },
      { name: 'blobs/sha256/config', content: CONFIG },
      { name: 'blobs/sha256/first', content: gzipSync(tarArchive([SU])) },
      { name: 'blobs/sha256/second', content: ZSTD },
      { name: 'blobs/sha256/third', content: tarArchive([]) },
      { name: 'blobs/sha256/list', content: JSON.stringify({ manifests: list }) },
      {
        name: 'blobs/sha256/manifest',
        content: JSON.stringify({ config: blob('config'), layers: ['first', 'second', 'third'].map(blob) }),
      },
      { name: 'index.json', content: JSON.stringify({ manifests: [blob('list')] }) },
    ]);
    expect(layers).toHaveLength(3);
    expect(privileged.map(({ path, layer }) => [path, layer])).toEqual([
      ['/zstd/ping', 2],
      ['/bin/su', 1],
    ]);
  });

  const PLATFORMS = ['arm64', 'amd64'];

  /** One image for two platforms, each with a setuid file of its own, as containerd exports it. */
  const several = [
    ...PLATFORMS.flatMap((name): TarMember[] => [
      { name: `blobs/sha256/${name}-config`, content: JSON.stringify({ architecture: name }) },
      { name: `blobs/sha256/${name}-layer`, content: gzipSync(tarArchive([{ name, mode: 0o4755 }])) },
      {
        name: `blobs/sha256/${name}`,
        content: JSON.stringify({
          config: { digest: `sha256:${name}-config` },
          layers: [{ digest: `sha256:${name}-layer` }],
        }),
      },
    ]),
    {
      name: 'index.json',
      content: JSON.stringify({
        manifests: PLATFORMS.map((name) => ({
          digest: `sha256:${name}`,
          platform: { os: 'linux', architecture: name },
        })),
      }),
    },
  ];
  const list = {
    name: 'manifest.json',
    content: JSON.stringify(
      PLATFORMS.map((name) => ({
        Config: `blobs/sha256/${name}-config`,
        Layers: [`blobs/sha256/${name}-layer`],
      })),
    ),
  };

  test.each([
    ['an index', several],
    ['a list of images', [...several, list]],
  ])('for several platforms in %s is read for the one of the engine', async (_, members) => {
    const paths = async (arch: string): Promise<readonly string[]> =>
      (await contentsOf(members, arch)).privileged.map(({ path }) => path);
    expect(await paths('amd64')).toEqual(['/amd64']);
    expect(await paths('arm64')).toEqual(['/arm64']);
    expect(await paths('riscv64')).toEqual(['/arm64']);
  });

  test('may have a layer twice: old engines link to the first', async () => {
    const members = [
      { name: 'a/layer.tar', content: tarArchive([SU]) },
      { name: 'b/layer.tar', type: '2', linkName: '../a/layer.tar' },
      { name: 'manifest.json', content: JSON.stringify([{ Config: '', Layers: ['a/layer.tar', 'b/layer.tar'] }]) },
    ];
    expect((await contentsOf(members)).privileged.map(({ layer }) => layer)).toEqual([2]);
  });

  test.each([
    ['does not name its layers', [{ name: 'manifest.json', content: 'no' }], 'does not name its layers'],
    ['has a damaged layer', [{ name: 'a', content: gzipSync('x').subarray(0, 15) }], 'damaged gzip layer'],
    ['has a huge document', [{ name: 'a', content: `{${' '.repeat(5 << 20)}}` }], 'document of'],
  ])('is refused when it %s', async (_, members, words) => {
    await expect(contentsOf(members)).rejects.toThrow(words);
  });
});

/** `zstd` of an archive with one setuid file, zstd/ping. */
const ZSTD = Buffer.from(
  'KLUv/WQAJ/0BADQCenN0ZC9waW5nADAwMDQ3NTUAMDA3NjA2ACAwAHVzdGFyADAKAJAGeCDekBoA0sGKmw9gBYAAAqwE5iaABPlH1gY=',
  'base64',
);
