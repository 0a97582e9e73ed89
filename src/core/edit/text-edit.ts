/** A piece of a text that is replaced, by offsets in UTF-16 units. With `start` equal to `end` something is inserted. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text after all edits, which must not overlap; what stands at one place is put in the given order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let offset = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(offset, edit.start), edit.text);
    offset = Math.max(offset, edit.end);
  }
  return [...parts, text.slice(offset)].join('');
}

/** Where the line that holds the offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line after the one that holds the offset begins: the text's end when there is none. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** Puts lines below the one that holds the offset, with the text's own line ends. */
export function insertLines(text: string, offset: number, lines: readonly string[]): TextEdit {
  const end = /\r\n/.test(text) ? '\r\n' : '\n';
  const start = nextLine(text, offset);
  const isOpen = start === text.length && !text.endsWith('\n');
  const inserted = lines.map((line) => (isOpen ? `${end}${line}` : `${line}${end}`)).join('');
  return { start, end: start, text: inserted };
}
