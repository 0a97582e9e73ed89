import { EnvironmentError } from '../../core/errors.js';

/** The two streams of a container. */
export type StreamName = 'stdout' | 'stderr';

/** Bytes of a frame's header: stream, three zeros, and the payload's length. */
const HEADER = 8;

/** 0 is standard input echoed, 3 is an error of the engine itself. */
const STREAMS: readonly StreamName[] = ['stdout', 'stdout', 'stderr', 'stderr'];

/**
 * Takes apart the framing with which the engine sends both streams over one connection, in chunks of any size. The function it
 * gives takes the next chunk; it throws EnvironmentError for what is no such framing. Keeps no payload.
 * https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerAttach
 */
export function demultiplex(onBytes: (stream: StreamName, bytes: Uint8Array) => void): (chunk: Uint8Array) => void {
  const header = Buffer.alloc(HEADER);
  let filled = 0;
  let left = 0;
  let stream: StreamName = 'stdout';
  const takeHeader = (chunk: Uint8Array): Uint8Array => {
    const taken = Math.min(HEADER - filled, chunk.length);
    header.set(chunk.subarray(0, taken), filled);
    filled += taken;
    if (filled === HEADER) {
      stream = streamOf(header);
      left = header.readUInt32BE(4);
      filled = 0;
    }
    return chunk.subarray(taken);
  };
  const takePayload = (chunk: Uint8Array): Uint8Array => {
    const payload = chunk.subarray(0, left);
    left -= payload.length;
    onBytes(stream, payload);
    return chunk.subarray(payload.length);
  };
  return (chunk) => {
    for (let rest = chunk; rest.length > 0;) rest = left > 0 ? takePayload(rest) : takeHeader(rest);
  };
}

function streamOf(header: Buffer): StreamName {
  const stream = STREAMS[header.readUInt8(0)];
  if (stream !== undefined && header.readUIntBE(1, 3) === 0) return stream;
  throw new EnvironmentError(
    `the engine sent output in an unknown form (header ${header.toString('hex')})`,
    'Report the engine and its version to the Tightfit project.',
  );
}
