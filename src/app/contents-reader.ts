import { EnvironmentError } from '../core/errors.js';
import type { ImageContents } from '../core/image/contents.js';
import { imageContents } from '../core/image/image-contents.js';
import { keptContents, readKeptContents } from '../core/image/kept-contents.js';
import { LayerDigests } from '../core/image/layer-digest.js';
import type { Machine } from '../core/seccomp/arch.js';
import type { Stage } from './stage.js';

/** What is in an image, or why that cannot be told and what would help. */
export type ReadContents =
  { readonly contents: ImageContents } | { readonly unread: Pick<EnvironmentError, 'message' | 'advice'> };

/** Reads what is in images, each once in a run. */
export interface ContentsReader {
  /** Never rejects for trouble of the engine, nor when the run is cancelled: then it is unread. */
  readonly read: (imageId: string) => Promise<ReadContents>;
  /** Gives up what is still being read. */
  readonly close: () => void;
}

/** A reader for one run on an engine of this architecture. */
export function createContentsReader(stage: Stage, arch: Machine): ContentsReader {
  const reading = new Map<string, Promise<ReadContents>>();
  const over = new AbortController();
  const signal = AbortSignal.any([stage.signal, over.signal]);
  return {
    read: (imageId) => {
      const started = reading.get(imageId) ?? readContents(stage, { imageId, arch }, signal);
      reading.set(imageId, started);
      return started;
    },
    close: () => {
      over.abort();
    },
  };
}

interface SoughtImage {
  readonly imageId: string;
  readonly arch: Machine;
}

/**
 * An image with another content has another id, so what was kept of it stays true. With the containerd image store an id can stand for images
 * of several architectures.
 */
async function readContents(
  { world }: Stage,
  { imageId, arch }: SoughtImage,
  signal: AbortSignal,
): Promise<ReadContents> {
  const key = `${imageId} ${arch}`;
  const kept = readKeptContents(key, (await world.cache?.read(key)) ?? '');
  if (kept !== null) return { contents: kept };
  const digests = new LayerDigests();
  try {
    const layers = await world.engine.readImage(imageId, digests, signal);
    const contents = imageContents(layers, digests);
    await world.cache?.keep(key, keptContents(key, contents));
    return { contents };
  } catch (error) {
    if (signal.aborted) return { unread: { message: 'the run ended before it was read', advice: '' } };
    if (error instanceof EnvironmentError) return { unread: error };
    throw error;
  }
}
