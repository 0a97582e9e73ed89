const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** A line with the five characters that mean something in XML and HTML, in text and in quoted attributes, written as references. */
export function escapeMarks(line: string): string {
  return line.replace(/[&<>"']/gu, (mark) => ESCAPES.get(mark) ?? '');
}
