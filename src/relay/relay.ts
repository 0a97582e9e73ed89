import { connect, type Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { encodeData, encodeFrame, FrameDecoder, type Frame } from '../core/probe/frame.js';

/** Connections at once. */
const MOST = 64;

/** A lifetime nobody needs more of, in milliseconds. */
const LONGEST_LIFETIME = 24 * 60 * 60 * 1000;

export interface RelaySetup {
  readonly input: Readable;
  readonly output: Writable;
  /** The only one it connects to. */
  readonly address: string;
  /** Milliseconds. */
  readonly lifetime: number;
}

/** Does what the frames of its input ask for until that ends, the output is closed or the lifetime is over. */
export async function relay(setup: RelaySetup): Promise<void> {
  const { input, output, lifetime } = setup;
  const connections = new Connections(setup);
  const decoder = new FrameDecoder('preamble');
  const over = { yes: false };
  const end = (): void => {
    over.yes = true;
    input.destroy();
  };
  const deadline = setTimeout(end, Math.min(lifetime, LONGEST_LIFETIME)).unref();
  output.on('error', end);
  output.write(encodeFrame('ready', 0));
  try {
    for await (const chunk of input as AsyncIterable<Buffer>)
      for (const frame of decoder.push(chunk)) connections.take(frame);
  } catch (error) {
    if (!over.yes) throw error;
  } finally {
    clearTimeout(deadline);
    connections.closeAll();
  }
}

class Connections {
  readonly #setup: RelaySetup;
  readonly #sockets = new Map<number, Socket>();

  constructor(setup: RelaySetup) {
    this.#setup = setup;
    setup.output.on('drain', () => {
      for (const socket of this.#sockets.values()) socket.resume();
    });
  }

  take({ kind, stream, payload }: Frame): void {
    const socket = this.#sockets.get(stream);
    if (kind === 'open' && socket === undefined) this.#open(stream, ((payload[0] ?? 0) << 8) | (payload[1] ?? 0));
    if (kind === 'data') socket?.write(payload);
    if (kind === 'end') socket?.end();
    if (kind === 'close') socket?.destroy();
  }

  closeAll(): void {
    for (const socket of this.#sockets.values()) socket.destroy();
  }

  #open(stream: number, port: number): void {
    const { output, address } = this.#setup;
    if (this.#sockets.size >= MOST) {
      output.write(encodeFrame('failed', stream, Buffer.from('EMFILE')));
      return;
    }
    const socket = connect({ host: address, port, allowHalfOpen: true });
    this.#sockets.set(stream, socket);
    const send = (frame: Uint8Array): void => {
      if (this.#sockets.get(stream) === socket && output.writable) output.write(frame);
    };
    socket
      .on('connect', () => {
        send(encodeFrame('opened', stream));
      })
      .on('data', (data) => {
        for (const frame of encodeData(stream, data)) send(frame);
        if (output.writableNeedDrain) this.#pauseAll();
      })
      .on('end', () => {
        send(encodeFrame('end', stream));
      })
      .on('error', ({ code }: NodeJS.ErrnoException) => {
        send(encodeFrame('failed', stream, Buffer.from(code ?? '')));
      })
      .on('close', () => {
        if (this.#sockets.get(stream) === socket) this.#sockets.delete(stream);
      });
  }

  /** Until the parent has read what was written. */
  #pauseAll(): void {
    for (const socket of this.#sockets.values()) socket.pause();
  }
}
