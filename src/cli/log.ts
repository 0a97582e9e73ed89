import type { Log } from '../ports.js';
import { block, inline } from '../report/escape/neutralize.js';
import type { Palette } from '../report/terminal/look.js';
import { paletteFor } from './look.js';

/** How much of one piece of foreign text is shown: a build's output is long. */
const FOREIGN = { maxLines: 200, maxBytes: 64 * 1024, keep: 'last' } as const;

/** Where progress goes. */
export interface ProgressStream {
  write(text: string): unknown;
}

/** A log on standard error, so that standard output holds the report alone. */
export function progressLog(): Log {
  return terminalLog(process.stderr, paletteFor(process.stderr));
}

/** A log for people at a terminal: phases as headings, foreign text neutralised and indented. */
export function terminalLog(stream: ProgressStream, palette: Palette): Log {
  const line = (text: string): void => {
    stream.write(`${text}\n`);
  };
  return {
    phase: (title) => {
      line(palette.bold(inline(title)));
    },
    info: (message) => {
      line(`  ${inline(message)}`);
    },
    progress: (message) => {
      line(palette.dim(`  ${inline(message)}`));
    },
    foreign: (source, text) => {
      for (const shown of block(text, { ...FOREIGN, prefix: `  ${inline(source)} | ` })) line(palette.dim(shown));
    },
  };
}

/** A log that says nothing, for `--quiet`. */
export function silentLog(): Log {
  const nothing = (): void => undefined;
  return { phase: nothing, info: nothing, progress: nothing, foreign: nothing };
}
