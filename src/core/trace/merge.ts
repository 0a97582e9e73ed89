import type { TraceSink } from './event.js';
import type { Lane } from './lane.js';

/**
 * Brings the CPUs' streams into one order, by time. A thread may run on several CPUs, so only the merged stream has its calls
 * in order. An event is given on once every lane has been read past its time: what happened before it has then been given.
 */
export class Merge {
  readonly #lanes: readonly Lane[];
  readonly #sink: TraceSink;

  constructor(lanes: readonly Lane[], sink: TraceSink) {
    this.#lanes = lanes;
    this.#sink = sink;
  }

  /**
   * Reads each lane as far as there is room and gives on what is in order. `now`: nanoseconds since the origin.
   * True when there is more to read at once.
   */
  round(now: number): boolean {
    let more = false;
    for (const lane of this.#lanes) {
      const filled = lane.fill(now);
      if (filled.lostUntil !== null) this.#sink.lost(filled.lostUntil);
      more ||= filled.more;
    }
    this.#giveUntil(Math.min(...this.#lanes.map((lane) => lane.readUntil)));
    return more;
  }

  /** Events at the limit itself too: a page may begin at the very time the one before it ends. */
  #giveUntil(limit: number): void {
    for (;;) {
      let first: Lane | null = null;
      let firstTime = Number.POSITIVE_INFINITY;
      let secondTime = limit;
      for (const lane of this.#lanes) {
        const time = lane.head?.time ?? Number.POSITIVE_INFINITY;
        if (time < firstTime) {
          secondTime = Math.min(secondTime, firstTime);
          firstTime = time;
          first = lane;
        } else if (time < secondTime) {
          secondTime = time;
        }
      }
      if (first === null || firstTime > limit) return;
      this.#giveRun(first, secondTime);
    }
  }

  /** One lane's events up to the next of another lane: runs are long, because switches between CPUs are rare. */
  #giveRun(lane: Lane, until: number): void {
    for (let event = lane.head; event !== null && event.time <= until; event = lane.head) {
      this.#sink.accept(event);
      lane.advance();
    }
  }
}
