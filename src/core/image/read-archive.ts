import { EnvironmentError } from '../errors.js';
import { imageLayers, type ImageLayer } from './image-index.js';
import { layerFile, type LayerObserver } from './layer-file.js';
import { readTar, type TarEntry } from './tar.js';
import { BLOCK, isEmptyBlock, tarHeader } from './tar-header.js';

export type Compression = 'gzip' | 'zstd';

/** What it takes to read an image's archive. */
export interface ArchiveReading {
  /** Of the engine, in Go's words: which image of several platforms is meant. */
  readonly arch: string;
  readonly observer: LayerObserver;
  readonly decompress: (compression: Compression, pieces: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
}

/** Bytes of one document and of all: manifests and configurations are small. */
const LARGEST_DOCUMENT = 4 << 20;
const ALL_DOCUMENTS = 16 << 20;

const UTF8 = new TextDecoder();

/**
 * Reads the archive of an image as the engine exports it, in one pass and with little memory, and gives its layers, the lowest
 * first. A member is known by how it begins, as the list of layers may come last. Throws EnvironmentError when it is damaged.
 */
export async function readArchive(
  pieces: AsyncIterable<Uint8Array>,
  reading: ArchiveReading,
): Promise<readonly ImageLayer[]> {
  const texts = new Map<string, string>();
  const links = new Map<string, string>();
  let length = 0;
  for await (const member of readTar(pieces)) {
    const entry = { ...member, name: member.name.replace(/^(?:\.?\/)+/, '') };
    if (entry.type === 'link') links.set(entry.name, beside(entry.name, entry.linkName));
    if (entry.type !== 'file') continue;
    const head = await entry.take(BLOCK);
    if (head[0] === 0x7b || head[0] === 0x5b) {
      if (entry.size > LARGEST_DOCUMENT || (length += entry.size) > ALL_DOCUMENTS) throw tooLarge(entry);
      texts.set(entry.name, UTF8.decode(await whole(entry, head)));
    } else await readMember(entry, head, reading);
  }
  const layers = imageLayers({ texts, links }, reading.arch);
  if (layers !== null) return layers;
  throw new EnvironmentError('the archive does not name its layers', 'Look at what `docker save` gives for the image.');
}

/** A layer, compressed or not; anything else is left out. */
async function readMember(entry: TarEntry, head: Uint8Array, { observer, decompress }: ArchiveReading): Promise<void> {
  const content = concatenated(head, entry.rest());
  const compression = compressionOf(head);
  if (compression !== null) await readLayer(entry.name, decompress(compression, content), observer);
  else if (tarHeader(head) !== null) await readLayer(entry.name, content, observer);
  else if (head.length === BLOCK && isEmptyBlock(head)) return;
}

async function readLayer(name: string, pieces: AsyncIterable<Uint8Array>, observer: LayerObserver): Promise<void> {
  for await (const entry of readTar(pieces)) {
    const file = layerFile(entry);
    const wanted = entry.type === 'file' ? Math.min(observer.wants(file), entry.size) : 0;
    observer.saw(name, file, await entry.take(wanted));
  }
}

async function* concatenated(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}

async function whole(entry: TarEntry, head: Uint8Array): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.size);
  bytes.set(head);
  bytes.set(await entry.take(entry.size - head.length), head.length);
  return bytes;
}

/** Sources: RFC 1952, 2.3.1 and RFC 8878, 3.1.1 */
function compressionOf([a, b, c, d]: Uint8Array): Compression | null {
  if (a === 0x1f && b === 0x8b) return 'gzip';
  return a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd ? 'zstd' : null;
}

/** Where a link leads that is not absolute. */
function beside(path: string, target: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function tooLarge({ name, size }: TarEntry): EnvironmentError {
  return new EnvironmentError(
    `the archive has a document of ${size} bytes, ${JSON.stringify(name)}`,
    'Look at what `docker save` gives for the image.',
  );
}
