/** Takes bytes and gives lines. */
export interface LineSplitter {
  readonly push: (chunk: Uint8Array) => void;
  /** Gives what is left as a last line. */
  readonly end: () => void;
}

/** The longest line that is given in one piece, in characters: a longer one comes in several, so that it is never all kept. */
const LONGEST = 8192;

/** Splits bytes into lines without their line ends. What is not UTF-8 becomes U+FFFD. */
export function splitLines(onLine: (line: string) => void): LineSplitter {
  const decoder = new TextDecoder();
  let rest = '';
  const take = (text: string): void => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) give(line.endsWith('\r') ? line.slice(0, -1) : line, onLine);
    while (rest.length > LONGEST) {
      onLine(rest.slice(0, LONGEST));
      rest = rest.slice(LONGEST);
    }
  };
  return {
    push: (chunk) => {
      take(decoder.decode(chunk, { stream: true }));
    },
    end: () => {
      take(decoder.decode());
      if (rest !== '') onLine(rest);
      rest = '';
    },
  };
}

function give(line: string, onLine: (line: string) => void): void {
  for (let from = 0; from === 0 || from < line.length; from += LONGEST) onLine(line.slice(from, from + LONGEST));
}
