import { columns } from '../report/terminal/wrap.js';

/** Where progress is written. */
export interface ProgressStream {
  write(text: string): unknown;
}

/** How a line is drawn that is written over. */
export interface LiveLook {
  readonly stream: ProgressStream;
  /** Columns of the terminal. */
  readonly width: number;
  /** Stands at its start, new each time. */
  readonly time: () => string;
  readonly dim: (text: string) => string;
}

/** A line at the end of a terminal that tells what goes on just now. */
export interface LiveLine {
  readonly show: (text: string) => void;
  /** Draws it once more, with the time that it is now; dots where nothing is known. */
  readonly again: () => void;
  readonly clear: () => void;
}

/** To the start of the line, and away with what is on it. Source: https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ (CR, EL) */
const AWAY = '\r\u001b[2K';

/** A line that is written over; it takes one row, however narrow the terminal is. Texts are neutralised. */
export function liveLine({ stream, width, time, dim }: LiveLook): LiveLine {
  let shown: string | null = null;
  let drawn = false;
  const draw = (): void => {
    stream.write(`${AWAY}${dim(fitting(`${time()}  ${shown ?? '  …'}`, width - 1))}`);
    drawn = true;
  };
  return {
    show: (text) => {
      shown = text;
      draw();
    },
    again: draw,
    clear: () => {
      if (drawn) stream.write(AWAY);
      drawn = false;
      shown = null;
    },
  };
}

function fitting(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let end = '';
  for (const character of text) {
    if (columns(`${end}${character}…`) > width) break;
    end += character;
  }
  return `${end}…`;
}
