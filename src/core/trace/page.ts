/** The bytes of one sub-buffer as `trace_pipe_raw` gives them. */
export interface Page {
  readonly bytes: Uint8Array;
  /** The same memory as 32-bit words. */
  readonly words: Int32Array;
}

/** Nanoseconds of the trace clock at which a recording's time is 0. */
export interface TimeOrigin {
  readonly high: number;
  readonly low: number;
}

const TWO_32 = 4294967296;
/** A flag in the page's commit word. Source: kernel/trace/ring_buffer.c. */
const MISSED_EVENTS = 1 << 31;

/** Whether the kernel threw events away just before this page. */
export function followsLoss(page: Page): boolean {
  return ((page.words[2] ?? 0) & MISSED_EVENTS) !== 0;
}

/** When the page begins, in nanoseconds since the origin; no event in it is older. */
export function pageTime(page: Page, origin: TimeOrigin): number {
  const low = (page.words[0] ?? 0) >>> 0;
  const high = (page.words[1] ?? 0) >>> 0;
  return (high - origin.high) * TWO_32 + (low - origin.low);
}
