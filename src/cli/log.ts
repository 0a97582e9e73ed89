import type { Log } from '../ports.js';
import { inline } from '../report/escape/neutralize.js';
import type { Look } from '../report/terminal/look.js';
import { elapsed } from './elapsed.js';
import { lookFor } from './look.js';
import { liveLine, type ProgressStream } from './live-line.js';
import { outputEnds } from './output-ends.js';

/** Where progress goes and how much of it. */
export interface ProgressSetting {
  readonly stream: ProgressStream;
  readonly look: Look;
  /** Whether one line can be written over again and again. */
  readonly isLive: boolean;
  /** Whether to show what only those want who look closely. */
  readonly isVerbose: boolean;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
}

/** A log that has to be ended before anything else is written to its stream. */
export interface ProgressLog extends Log {
  /** Writes the time again where a line is rewritten, so that it can be seen that something goes on. */
  readonly tick: () => void;
  readonly close: () => void;
}

/** How long nothing need be said to a pipe, in milliseconds: it keeps every line, and few are worth keeping. */
const SILENCE = 15_000;

/** A log on standard error, so that standard output holds the report alone. */
export function progressLog(isVerbose: boolean): ProgressLog {
  const stream = process.stderr;
  const isLive = stream.isTTY && process.env['TERM'] !== 'dumb';
  return terminalLog({ stream, look: lookFor(stream), isLive, isVerbose, now: () => performance.now() });
}

/**
 * A log for people: phases and steps with the time since the start. On a terminal progress is one line that is rewritten; a pipe gets
 * some of it. What others wrote is neutralised; it is shown with `isVerbose`, or when its program failed.
 */
export function terminalLog({ stream, look, isLive, isVerbose, now }: ProgressSetting): ProgressLog {
  const { palette, width } = look;
  const began = now();
  const ends = outputEnds();
  const live = liveLine({ stream, width, time: () => elapsed(now() - began), dim: palette.dim });
  let spoke = began;
  let hasSpoken = false;
  const line = (text: string): void => {
    live.clear();
    stream.write(`${palette.dim(elapsed(now() - began))}  ${text}\n`);
    spoke = now();
    hasSpoken = true;
  };
  const passing = (text: string): void => {
    if (isVerbose) line(palette.dim(text));
    else if (isLive) live.show(text);
    else if (now() - spoke >= SILENCE) line(palette.dim(text));
  };
  return {
    phase: (title) => {
      line(palette.bold(inline(title)));
    },
    info: (message) => {
      line(`  ${inline(message)}`);
    },
    detail: (message) => {
      if (isVerbose) line(palette.dim(`  ${inline(message)}`));
    },
    progress: (message) => {
      passing(`  ${inline(message)}`);
    },
    foreign: (source, text) => {
      for (const shown of ends.add(source, text)) {
        if (isVerbose || isLive) passing(shown);
      }
    },
    failed: (source) => {
      if (!isVerbose) for (const shown of ends.take(source)) line(palette.dim(shown));
    },
    tick: () => {
      if (isLive) live.again();
    },
    close: () => {
      live.clear();
      if (hasSpoken) line(palette.dim('ended'));
    },
  };
}

/** A log that says nothing. */
export function silentLog(): ProgressLog {
  const nothing = (): void => undefined;
  return {
    phase: nothing,
    info: nothing,
    detail: nothing,
    progress: nothing,
    foreign: nothing,
    failed: nothing,
    tick: nothing,
    close: nothing,
  };
}

/** A log that says nothing but how a program ended that failed, for `--quiet`. */
export function quietLog(stream: ProgressStream = process.stderr): ProgressLog {
  const ends = outputEnds();
  return {
    ...silentLog(),
    foreign: (source, text) => {
      ends.add(source, text);
    },
    failed: (source) => {
      for (const shown of ends.take(source)) stream.write(`${shown}\n`);
    },
  };
}
