import type { TraceEvent } from './event.js';
import type { EventLayout } from './layout.js';
import { followsLoss, pageTime, type Page, type TimeOrigin } from './page.js';
import { PageCursor } from './page-cursor.js';

/** One CPU's buffer. */
export interface PageSource {
  /** Fills a page with the oldest unread events; false when there are none at the moment. */
  read(page: Page): boolean;
}

/** How to read every lane of a recording. */
export interface LaneSettings {
  readonly layouts: readonly EventLayout[];
  readonly origin: TimeOrigin;
  /** Pages read ahead at most; at least 2. */
  readonly pages: number;
  /** Bytes. */
  readonly pageSize: number;
}

/** One CPU's events in their order, a few pages at a time. */
export class Lane {
  readonly #source: PageSource;
  readonly #origin: TimeOrigin;
  readonly #cursor: PageCursor;
  readonly #ring: readonly Page[];
  #first = 0;
  #count = 0;
  #open = false;

  /** The oldest event not yet taken. */
  head: TraceEvent | null = null;
  /** Everything older, in nanoseconds since the origin, has been read. */
  readUntil = Number.NEGATIVE_INFINITY;

  constructor(source: PageSource, settings: LaneSettings) {
    this.#source = source;
    this.#origin = settings.origin;
    this.#cursor = new PageCursor(settings.layouts, settings.origin);
    this.#ring = Array.from({ length: settings.pages }, () => newPage(settings.pageSize));
  }

  /**
   * Reads what there is, as far as there is room. `now`: a time just past, before which every event is in the buffer.
   * Gives the time before which events were lost, `null` when none were; true in `more` when the buffer holds more.
   */
  fill(now: number): { readonly lostUntil: number | null; readonly more: boolean } {
    let lostUntil: number | null = null;
    while (this.#count < this.#ring.length) {
      const page = this.#ring[(this.#first + this.#count) % this.#ring.length];
      if (page === undefined || !this.#source.read(page)) {
        this.readUntil = now;
        this.#settle();
        return { lostUntil, more: false };
      }
      this.readUntil = pageTime(page, this.#origin);
      if (followsLoss(page)) lostUntil = this.readUntil;
      this.#count++;
    }
    this.#settle();
    return { lostUntil, more: true };
  }

  /** Lets go of the head and takes the next event. */
  advance(): void {
    this.head = this.#open ? this.#cursor.next() : null;
    if (this.head === null) this.#nextPage();
  }

  #settle(): void {
    if (this.head === null) this.advance();
  }

  #nextPage(): void {
    while (this.head === null) {
      if (this.#open) this.#release();
      const page = this.#ring[this.#first];
      if (page === undefined || this.#count === 0) return;
      this.#cursor.open(page);
      this.#open = true;
      this.head = this.#cursor.next();
    }
  }

  #release(): void {
    this.#open = false;
    this.#first = (this.#first + 1) % this.#ring.length;
    this.#count--;
  }
}

/** @param size bytes, a multiple of 4 */
export function newPage(size: number): Page {
  const memory = new ArrayBuffer(size);
  return { bytes: new Uint8Array(memory), words: new Int32Array(memory) };
}
