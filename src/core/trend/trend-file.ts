import { parseTrendEntry, type TrendEntry } from './trend-entry.js';

/** What a trend file keeps at most. */
export const TREND_LINES = 1000;
export const TREND_BYTES = 1024 * 1024;

/** The longest line that is read, in UTF-16 units: what is longer was not written by us. */
const LONGEST = 4096;

/** What is in a trend file. */
export interface TrendFile {
  /** Every line that is not empty, as it stands. */
  readonly lines: readonly string[];
  /** Those that can be read, in their order. */
  readonly entries: readonly TrendEntry[];
  /** Numbers, from 1, of those that cannot. */
  readonly unreadable: readonly number[];
}

/** Reads a trend file. Lines that cannot be read are told apart, never thrown away. */
export function parseTrend(text: string): TrendFile {
  const numbered = text.split('\n').map((line, index) => ({ line: line.replace(/\r$/, ''), number: index + 1 }));
  const written = numbered.filter(({ line }) => line.trim() !== '');
  const read = written.map((one) => ({
    ...one,
    entry: one.line.length > LONGEST ? null : parseTrendEntry(one.line),
  }));
  return {
    lines: written.map(({ line }) => line),
    entries: read.flatMap(({ entry }) => (entry === null ? [] : [entry])),
    unreadable: read.filter(({ entry }) => entry === null).map(({ number }) => number),
  };
}

/** Whether a file that is not empty has nothing of ours in it: whoever named it meant another one. */
export function isForeign({ lines, entries }: TrendFile): boolean {
  return lines.length > 0 && entries.length === 0;
}

/** A trend file's text with more entries at its end and, where it grows too large, fewer at its start. */
export function appendedTrend({ lines }: TrendFile, entries: readonly TrendEntry[]): string {
  const all = [...lines, ...entries.map((entry) => JSON.stringify(entry))].slice(-TREND_LINES);
  const encoder = new TextEncoder();
  let bytes = 0;
  let first = all.length;
  for (const line of all.toReversed()) {
    bytes += encoder.encode(line).length + 1;
    if (bytes > TREND_BYTES) break;
    first -= 1;
  }
  return all
    .slice(first)
    .map((line) => `${line}\n`)
    .join('');
}
