import { addAbortSignal, type Duplex, type Readable } from 'node:stream';
import { EnvironmentError } from '../../core/errors.js';
import { encodeFrame, FrameDecoder, PREAMBLE, type Frame } from '../../core/probe/frame.js';
import { deferred } from './deferred.js';
import { RelayedConnection } from './relayed-connection.js';

/** The largest number of a connection; after it numbers begin again. */
const LAST_STREAM = 0xffff;

/** Our end of a relay: connections that it makes where it is. */
export class RelayLink {
  readonly #output: NodeJS.WritableStream;
  readonly #connections = new Map<number, RelayedConnection>();
  readonly #decoder = new FrameDecoder();
  readonly #ready = deferred();
  #ended = false;
  #last = 0;

  constructor(input: Readable, output: NodeJS.WritableStream) {
    this.#output = output;
    input.on('data', (chunk: Buffer) => {
      this.#receive(chunk);
    });
    // A relay that is gone is noticed by the end of its process.
    output.on('error', () => undefined);
    output.write(PREAMBLE);
  }

  /** Resolves once the relay is where it should be. Rejects when it ends before, or takes too long. */
  async ready(within: number): Promise<void> {
    const timer = setTimeout(() => {
      this.#ready.reject(new EnvironmentError('the relay did not start in time', 'Run again.'));
    }, within);
    await this.#ready.promise.finally(() => {
      clearTimeout(timer);
    });
  }

  /** Connects to a port of the address that the relay was started for. Aborting ends the connection at any time. */
  async connect(port: number, signal: AbortSignal): Promise<Duplex> {
    signal.throwIfAborted();
    if (this.#ended) throw lostRelay();
    const stream = this.#nextStream();
    const connection = new RelayedConnection(stream, {
      send: (bytes) => this.#output.write(bytes),
      onClosed: () => {
        this.#connections.delete(stream);
      },
    });
    this.#connections.set(stream, connection);
    addAbortSignal(signal, connection);
    this.#output.write(encodeFrame('open', stream, Uint8Array.of(port >> 8, port & 0xff)));
    await connection.opened;
    return connection;
  }

  /** The relay is gone, and every connection with it. */
  end(): void {
    this.#ended = true;
    this.#ready.reject(lostRelay());
    for (const connection of this.#connections.values()) connection.destroy(lostRelay());
  }

  #nextStream(): number {
    do this.#last = (this.#last % LAST_STREAM) + 1;
    while (this.#connections.has(this.#last));
    return this.#last;
  }

  #receive(chunk: Uint8Array): void {
    if (this.#ended) return;
    try {
      for (const frame of this.#decoder.push(chunk)) this.#take(frame);
    } catch {
      this.end();
    }
  }

  #take(frame: Frame): void {
    if (frame.kind === 'ready') this.#ready.resolve();
    else this.#connections.get(frame.stream)?.receive(frame);
  }
}

function lostRelay(): EnvironmentError {
  return new EnvironmentError(
    "the relay in the container's network namespace has ended",
    'Run again; something on this machine may end processes.',
  );
}
