import { InternalError } from '../errors.js';

/**
 * What the two ends of a relay say to each other. `open` (a port, in two bytes), `data`, `end` (no more data comes) and `close` are
 * about one connection; `ready`, `opened` and `failed` (an error's code, as text) are the relay's.
 */
const KINDS = ['ready', 'open', 'opened', 'data', 'end', 'close', 'failed'] as const;

export type FrameKind = (typeof KINDS)[number];

export interface Frame {
  readonly kind: FrameKind;
  /** Number of the connection; 0 for `ready`. */
  readonly stream: number;
  readonly payload: Uint8Array;
}

/** Kind, a zero, the stream in two bytes and the payload's length in four, the highest byte first. */
const HEADER = 8;

/** The longest payload, in bytes. */
export const LONGEST_PAYLOAD = 64 * 1024;

const NOTHING = new Uint8Array();

/**
 * What the relay's input begins with: Podman gives a container the body of the request to attach as its first input. Its first byte
 * is nowhere else in it. https://github.com/containers/podman/blob/v5.4.0/libpod/oci_conmon_common.go (HTTPAttach)
 */
export const PREAMBLE: Uint8Array = new TextEncoder().encode('\0tightfit relay\n');

/** A frame as it is sent. */
export function encodeFrame(kind: FrameKind, stream: number, payload: Uint8Array = NOTHING): Uint8Array {
  if (payload.length > LONGEST_PAYLOAD) throw new InternalError(`a frame of ${payload.length} bytes is too long`);
  const bytes = new Uint8Array(HEADER + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, KINDS.indexOf(kind));
  view.setUint16(2, stream);
  view.setUint32(4, payload.length);
  bytes.set(payload, HEADER);
  return bytes;
}

/** Data as frames that are not too long. */
export function encodeData(stream: number, data: Uint8Array): readonly Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let start = 0; start < data.length; start += LONGEST_PAYLOAD)
    frames.push(encodeFrame('data', stream, data.subarray(start, start + LONGEST_PAYLOAD)));
  return frames;
}

/** Puts frames together from the pieces in which they arrive. */
export class FrameDecoder {
  #rest: Uint8Array = NOTHING;
  /** How much of the preamble has come. */
  #seen: number;

  /** @param begins `preamble`: everything up to its end is left out */
  constructor(begins: 'at once' | 'preamble' = 'at once') {
    this.#seen = begins === 'preamble' ? 0 : PREAMBLE.length;
  }

  /** The frames that are complete now. Throws InternalError for what is not a frame. */
  push(piece: Uint8Array): readonly Frame[] {
    const bytes = joined(this.#rest, this.#afterPreamble(piece));
    const frames: Frame[] = [];
    let start = 0;
    while (bytes.length - start >= HEADER) {
      const view = new DataView(bytes.buffer, bytes.byteOffset + start, HEADER);
      const kind = KINDS[view.getUint8(0)];
      const length = view.getUint32(4);
      if (kind === undefined || length > LONGEST_PAYLOAD) throw new InternalError('the other end sent no frame');
      if (bytes.length - start - HEADER < length) break;
      const payload = bytes.subarray(start + HEADER, start + HEADER + length);
      frames.push({ kind, stream: view.getUint16(2), payload });
      start += HEADER + length;
    }
    this.#rest = bytes.slice(start);
    return frames;
  }

  #afterPreamble(piece: Uint8Array): Uint8Array {
    let start = 0;
    for (; start < piece.length && this.#seen < PREAMBLE.length; start += 1) {
      if (piece[start] === PREAMBLE[this.#seen]) this.#seen += 1;
      else this.#seen = piece[start] === PREAMBLE[0] ? 1 : 0;
    }
    return piece.subarray(start);
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
