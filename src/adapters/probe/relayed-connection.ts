import { Duplex } from 'node:stream';
import { encodeData, encodeFrame, type Frame } from '../../core/probe/frame.js';
import { deferred } from './deferred.js';
import { ProbeError } from './probe-error.js';

/** What came and was not read yet, at most, in bytes: nobody reads on once enough has come. */
const MOST_UNREAD = 8 * 1024 * 1024;

/** Where a connection's frames go. */
export interface RelayedEnd {
  readonly send: (bytes: Uint8Array) => void;
  readonly onClosed: () => void;
}

/** A connection that a relay holds. */
export class RelayedConnection extends Duplex {
  /** Resolves when it is there; rejects with what went wrong. */
  readonly opened: Promise<void>;
  readonly #stream: number;
  readonly #end: RelayedEnd;
  readonly #opening = deferred();

  constructor(stream: number, end: RelayedEnd) {
    super({ allowHalfOpen: false });
    this.#stream = stream;
    this.#end = end;
    this.opened = this.#opening.promise;
    this.on('error', (error) => {
      this.#opening.reject(error);
    });
    this.on('close', () => {
      this.#opening.reject(new ProbeError('the connection was closed'));
    });
  }

  /** Takes what the relay says of it. */
  receive({ kind, payload }: Frame): void {
    if (this.destroyed) return;
    if (kind === 'opened') this.#opening.resolve();
    if (kind === 'end') this.push(null);
    if (kind === 'data') this.#receiveData(payload);
    if (kind === 'failed') {
      const code = new TextDecoder().decode(payload);
      this.destroy(new ProbeError(`the connection failed: ${code}`, code));
    }
  }

  override _read(): void {
    // Frames come when they come.
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    for (const frame of encodeData(this.#stream, chunk)) this.#end.send(frame);
    done();
  }

  override _final(done: () => void): void {
    this.#end.send(encodeFrame('end', this.#stream));
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#end.send(encodeFrame('close', this.#stream));
    this.#end.onClosed();
    done(error);
  }

  #receiveData(payload: Uint8Array): void {
    if (this.readableLength + payload.length > MOST_UNREAD) this.destroy(new ProbeError('the service sends too fast'));
    else this.push(Buffer.from(payload));
  }
}
