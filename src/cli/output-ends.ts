import { block, inline } from '../report/escape/neutralize.js';

/** Lines kept of each program, and how much of one piece of its output. */
const KEPT = 25;
const PIECE = { maxLines: KEPT, maxBytes: 16 * 1024, keep: 'last' } as const;

/** What programs of others said last. */
export interface OutputEnds {
  /** Takes a piece of what a program said and gives it as neutralised lines. */
  readonly add: (source: string, text: string) => readonly string[];
  /** The last lines that a program said since they were last asked for. */
  readonly take: (source: string) => readonly string[];
}

/** Keeps the ends of what programs of others say, each line with the program's name. */
export function outputEnds(): OutputEnds {
  const ends = new Map<string, readonly string[]>();
  return {
    add: (source, text) => {
      const lines = block(text, { ...PIECE, prefix: `  ${inline(source)} | ` });
      ends.set(source, [...(ends.get(source) ?? []), ...lines].slice(-KEPT));
      return lines;
    },
    take: (source) => {
      const lines = ends.get(source) ?? [];
      ends.delete(source);
      return lines;
    },
  };
}
