/** What a piece of inline Markdown may consist of, besides plain characters: our own tags, entities and escapes. */
const OURS = /<\/?(?:code|sub)>|<span>\$<\/span>|&(?:amp|lt|gt|#124|#92|#96|#8203);|\\[-+=.)#*_~[\]]/gu;

const DECODED: ReadonlyMap<string, string> = new Map([
  ['<span>$</span>', '$'],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&#124;', '|'],
  ['&#92;', '\\'],
  ['&#96;', '`'],
  ['&#8203;', '\u200b'],
]);

/** What gives Markdown a meaning when it stands there unescaped. */
const MARKUP = /[<>&`*_~[\]|\\$]/u;

/** What GitHub finds in rendered text: addresses, mentions, references, emoji. */
const REFERENCE = /:\/\/|www\.|@[\w-]|#\d|\bgh-\d|:[\w+-]+:/iu;

/** What opens a block when a line starts with it. */
const OPENING = /^(?:#{1,6}(?:\s|$)|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|=+\s*$|-{3,}|>|~{3}|`{3}| {4}|\t)/u;

/** The text that a piece of our inline Markdown shows, with the invisible breaks. */
export function shownText(markdown: string): string {
  return markdown.replace(OURS, (token) => (token.startsWith('\\') ? token.slice(1) : (DECODED.get(token) ?? '')));
}

/** What in a piece of inline Markdown is more than text; empty when nothing is. Code letters hide references from GitHub. */
export function liveInline(markdown: string): readonly string[] {
  const found = [MARKUP.exec(markdown.replace(OURS, '')), OPENING.exec(markdown)];
  const outsideCode = shownText(markdown.replace(/<code>.*?<\/code>/gu, ''));
  const addresses = /:\/\/|www\.|[\w.+-]@\w/iu.exec(shownText(markdown));
  return [...found, REFERENCE.exec(outsideCode), addresses].flatMap((match) => (match === null ? [] : [match[0]]));
}

/** What our own words make of a line before foreign text starts. */
const OWN_START =
  /^(?:#{2,3} |- (?:\*\*[A-Za-z ]+:?\*\*:? ?)?|\*\*[A-Za-z ]+:?\*\* ?|_and \d+ more|<details><summary>[A-Za-z' ]+<\/summary>$|<\/details>$)/u;

/** The lines of a whole summary that hold more than our own markup and plain text, or leave their table. */
export function liveLines(summary: string): readonly string[] {
  const live: string[] = [];
  let fence = '';
  let cells = 0;
  for (const line of summary.split('\n')) {
    if (fence !== '') {
      if (/^ {0,3}`{3,}\s*$/u.test(line) && line.trim().length >= fence.length) fence = '';
      continue;
    }
    const opened = /^(?<ticks>`{3,})(?:text|diff|sh)$/u.exec(line)?.groups?.['ticks'];
    const row = line.startsWith('| ') ? line.slice(2, -2).split(' | ') : [];
    if (opened !== undefined) fence = opened;
    else if (row.length > 0) live.push(...(isRow(line, row, cells) ? [] : [line]));
    else if (liveInline(line.replace(OWN_START, '')).length > 0 && !/^_and \d+ more.*_$/u.test(line)) live.push(line);
    cells = row.length;
  }
  return fence === '' ? live : [...live, 'an open fence'];
}

function isRow(line: string, row: readonly string[], before: number): boolean {
  if (row.every((cell) => cell === '---')) return row.length === before;
  return (
    line.endsWith(' |') && (before === 0 || before === row.length) && row.every((cell) => liveInline(cell).length === 0)
  );
}
