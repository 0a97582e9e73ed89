/** Scripts and symbols that take two columns. Source: https://www.unicode.org/reports/tr11/ */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;
const MARK = /\p{M}/u;
const PLAIN = /^[ -~]*$/u;

/** Columns that a neutralised text takes in a terminal. */
export function columns(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let total = 0;
  for (const character of text) total += MARK.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return total;
}

/** A neutralised text as lines of at most so many columns, broken at spaces; a longer word keeps a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columns(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** A neutralised text filled up with spaces to so many columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}
