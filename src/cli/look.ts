import picocolors from 'picocolors';
import { PLAIN, type Look, type Palette } from '../report/terminal/look.js';

/** What a stream tells about the terminal behind it, if there is one. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What of the environment has a say in colours. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Columns where there is no terminal: wide enough to read, narrow enough for a log. */
const DEFAULT_WIDTH = 100;

/**
 * Colours only on a terminal that is not dumb, never with NO_COLOR, always with FORCE_COLOR.
 * Sources: https://no-color.org, https://force-color.org
 */
export function paletteFor({ isTTY }: Terminal, environment: Environment = process.env): Palette {
  const { NO_COLOR = '', FORCE_COLOR = '', TERM } = environment;
  if (NO_COLOR !== '' || FORCE_COLOR === '0') return PLAIN;
  const isColoured = FORCE_COLOR !== '' || (isTTY === true && TERM !== 'dumb');
  return isColoured ? picocolors.createColors(true) : PLAIN;
}

/** How a report looks on this stream. */
export function lookFor(terminal: Terminal): Look {
  return { palette: paletteFor(terminal), width: Math.max(60, Math.min(terminal.columns ?? DEFAULT_WIDTH, 140)) };
}
