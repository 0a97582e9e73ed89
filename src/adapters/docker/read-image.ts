import { addAbortSignal, Readable } from 'node:stream';
import type { ImageLayer } from '../../core/image/image-index.js';
import type { LayerObserver } from '../../core/image/layer-file.js';
import { readArchive } from '../../core/image/read-archive.js';
import { ask } from './ask.js';
import type { Client } from './client.js';
import { decompress } from './decompress.js';
import { engineTrouble } from './engine-trouble.js';
import { textAt } from './field.js';

/** Old engines write the whole archive to their disk before the first byte comes, in milliseconds. */
const PATIENCE = 10 * 60_000;

/** What to look at in an image, known by its id. */
export interface ImageReading {
  readonly id: string;
  readonly observer: LayerObserver;
  readonly signal: AbortSignal;
}

/** Shows every file of an image to the observer, from the engine's export as it comes; gives the layers, the lowest first. */
export async function readImage(client: Client, reading: ImageReading): Promise<readonly ImageLayer[]> {
  const { docker, endpoint, version } = client;
  const { id, observer, signal } = reading;
  const doing = 'export an image';
  const exported = await ask(endpoint, { doing, patience: PATIENCE, signal }, () => docker.getImage(id).get());
  if (exported instanceof Readable) addAbortSignal(signal, exported);
  try {
    return await readArchive(bytesOf(exported), { arch: textAt(version, 'Arch'), observer, decompress });
  } catch (error) {
    signal.throwIfAborted();
    throw engineTrouble(endpoint, doing, error);
  }
}

/** Whoever stops to iterate closes the connection. */
async function* bytesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array, void> {
  for await (const piece of stream) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
}
