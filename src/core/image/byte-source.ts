const NOTHING = new Uint8Array(0);

/** Bytes that come in pieces of any size, taken in the sizes that are asked for. Holds no more than one piece. */
export class ByteSource {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #piece: Uint8Array = NOTHING;
  #at = 0;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** The next bytes, fewer than asked for only at the end. They may be a view of a piece: copy them to keep them. */
  async take(size: number): Promise<Uint8Array> {
    if (this.#piece.length - this.#at >= size) return this.#cut(size);
    const taken = new Uint8Array(size);
    let length = 0;
    while (length < size && (await this.#fill())) {
      const part = this.#cut(Math.min(size - length, this.#piece.length - this.#at));
      taken.set(part, length);
      length += part.length;
    }
    return taken.subarray(0, length);
  }

  /** At least one and at most `most` of the next bytes, without copying; none at the end. */
  async some(most: number): Promise<Uint8Array> {
    if (most === 0 || !(await this.#fill())) return NOTHING;
    return this.#cut(Math.min(most, this.#piece.length - this.#at));
  }

  /** Leaves the next bytes out; whether there were as many. */
  async skip(size: number): Promise<boolean> {
    let left = size;
    while (left > 0) {
      const { length } = await this.some(left);
      if (length === 0) return false;
      left -= length;
    }
    return true;
  }

  #cut(size: number): Uint8Array {
    const start = this.#at;
    this.#at += size;
    return this.#piece.subarray(start, this.#at);
  }

  /** Makes sure that there is a byte left; false at the end. */
  async #fill(): Promise<boolean> {
    while (this.#at === this.#piece.length) {
      const next = await this.#pieces.next();
      if (next.done === true) return false;
      this.#piece = next.value;
      this.#at = 0;
    }
    return true;
  }
}
