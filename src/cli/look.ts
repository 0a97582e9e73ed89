import picocolors from 'picocolors';
import { PLAIN, type Look, type Palette } from '../report/terminal/look.js';

/** What a stream tells about the terminal behind it, if there is one. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Columns where there is no terminal: wide enough to read, narrow enough for a log. */
const DEFAULT_WIDTH = 100;

/** Colours only on a terminal that wants them (NO_COLOR, FORCE_COLOR and TERM are picocolors' business). */
export function paletteFor({ isTTY }: Terminal): Palette {
  return isTTY === true && picocolors.isColorSupported ? picocolors.createColors(true) : PLAIN;
}

/** How a report looks on this stream. */
export function lookFor(terminal: Terminal): Look {
  return { palette: paletteFor(terminal), width: Math.max(60, Math.min(terminal.columns ?? DEFAULT_WIDTH, 140)) };
}
