import { PassThrough, pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { EnvironmentError } from '../../core/errors.js';
import type { Compression } from '../../core/image/read-archive.js';
import { messageOf } from '../thrown.js';

/** Decompresses as it comes. Iterating throws EnvironmentError for damaged bytes. */
export async function* decompress(
  compression: Compression,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* compression === 'gzip' ? gunzip(pieces) : unzstd(pieces);
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    throw new EnvironmentError(
      `the image's archive has a damaged ${compression} layer: ${messageOf(error)}`,
      "Look at the engine's disk.",
      { cause: error },
    );
  }
}

function gunzip(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = Readable.from(pieces, { objectMode: false });
  // The end of the pipeline is what is iterated, and it throws whatever fails on the way.
  return pipeline(source, createGunzip(), new PassThrough(), () => undefined) as AsyncIterable<Uint8Array>;
}

/** In JavaScript, as Node 20 knows no zstd. */
async function* unzstd(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const ready: Uint8Array[] = [];
  const stream = new Decompress((piece) => ready.push(piece));
  for await (const piece of pieces) {
    stream.push(piece);
    yield* ready.splice(0);
  }
  stream.push(new Uint8Array(0), true);
  yield* ready.splice(0);
}
