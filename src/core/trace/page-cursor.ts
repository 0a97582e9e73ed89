import { EventDecoder } from './decode.js';
import type { TraceEvent } from './event.js';
import type { EventLayout } from './layout.js';
import { pageTime, type Page, type TimeOrigin } from './page.js';

const TWO_32 = 4294967296;
const HEADER_BYTES = 16;
/** Entry types above the data lengths. Source: include/linux/ring_buffer.h, enum ring_buffer_type. */
const PADDING = 29;
const TIME_EXTEND = 30;
const TIME_STAMP = 31;
/** The length in the page's commit word. Source: kernel/trace/ring_buffer.c. */
const COMMIT_MASK = 0x3fffffff;

/**
 * Walks the events of one page after the other. Total: bytes that are no page end it early, they never throw.
 * Source: https://docs.kernel.org/trace/ring-buffer-map.html and kernel/trace/ring_buffer.c
 */
export class PageCursor {
  readonly #origin: TimeOrigin;
  readonly #decoder: EventDecoder;
  #words: Int32Array = new Int32Array(0);
  #at = 0;
  #end = 0;
  #time = 0;

  constructor(layouts: readonly EventLayout[], origin: TimeOrigin) {
    this.#origin = origin;
    this.#decoder = new EventDecoder(layouts);
  }

  /** Starts on a page; its memory must stay as it is until the next `open`. */
  open(page: Page): void {
    this.#words = page.words;
    this.#decoder.open(page);
    this.#time = pageTime(page, this.#origin);
    this.#at = HEADER_BYTES >> 2;
    const committed = (page.words[2] ?? 0) & COMMIT_MASK;
    this.#end = Math.min(this.#at + (committed >> 2), page.words.length);
  }

  /** The next event that is read, `null` at the end of the page. */
  next(): TraceEvent | null {
    while (this.#at < this.#end) {
      const header = this.#words[this.#at] ?? 0;
      const type = header & 31;
      const data = this.#at + 1;
      if (type >= PADDING) {
        if (!this.#skip(type, header >>> 5)) return null;
        continue;
      }
      this.#time += header >>> 5;
      const short = type !== 0;
      const words = short ? type : Math.max(1, ((this.#words[data] ?? 0) + 3) >> 2);
      this.#at = data + words;
      if (this.#at > this.#end) return null;
      const event = this.#decoder.decode(short ? data : data + 1, this.#time);
      if (event !== null) return event;
    }
    return null;
  }

  /** Time entries and discarded events; false when nothing follows on this page. */
  #skip(type: number, delta: number): boolean {
    const value = (this.#words[this.#at + 1] ?? 0) >>> 0;
    if (type === TIME_STAMP) this.#time = this.#absolute(value, delta);
    else if (type === TIME_EXTEND) this.#time += value * 2 ** 27 + delta;
    else if (delta === 0) return false;
    else {
      this.#time += delta;
      this.#at += 1 + Math.ceil(value / 4);
      return true;
    }
    this.#at += 2;
    return true;
  }

  /** A full timestamp, of which the lowest 59 bits are stored; the rest is 0 for the first 18 years of uptime. */
  #absolute(high: number, low: number): number {
    const upper = Math.floor(high / 32);
    const lower = (high % 32) * 2 ** 27 + low;
    return (upper - this.#origin.high) * TWO_32 + (lower - this.#origin.low);
  }
}
