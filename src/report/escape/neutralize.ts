/** Where some reader of text sees a new line: the runner (CR, LF, CRLF), terminals (VT, FF), Unicode (NEL, LS, PS). */
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/**
 * A terminal's escape sequence as a whole (ECMA-48 CSI), or one character that shows nothing of itself: control, format, bidi,
 * zero-width, lone surrogate, unassigned. The runner compares by culture (`StartsWith`, `IndexOf` in ActionCommand.cs), where
 * such characters count as nothing: `#<zero width joiner>#[` is a command too.
 * Source: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
const UNSEEN = /\u001b\[[0-?]*[ -/]*[@-~]|[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Most text: nothing in it is unseen or breaks a line, and looking for it takes long. */
const PLAIN = /^[ -~]*$/;

/** More marks on one letter than any script needs: they would paint over the lines around. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** What one line keeps, in UTF-16 units. */
const LINE_LENGTH = 1000;

/** What a piece of text inside a sentence keeps, in UTF-16 units. */
const INLINE_LENGTH = 600;

/** How foreign text of many lines is shown. */
export interface BlockOptions {
  /** Stands before every line. */
  readonly prefix: string;
  readonly maxLines: number;
  /** Of UTF-8, prefixes included, the line that says what was cut not. */
  readonly maxBytes: number;
  /** Which end matters more. */
  readonly keep: 'first' | 'last';
}

/**
 * Foreign text as one line that is safe in a terminal and a runner's log; line breaks become `⏎`. Idempotent.
 *
 * @param limit how many UTF-16 units are kept, at least 40
 */
export function inline(text: string, limit = INLINE_LENGTH): string {
  const line = PLAIN.test(text) ? text : linesOf(text).map(visible).join(' ⏎ ');
  return shorten(breakCommands(line), limit);
}

/** Foreign text as prefixed lines that are safe in a terminal and a runner's log; one more line says how much was cut. */
export function block(text: string, options: BlockOptions): readonly string[] {
  const lines = linesOf(text);
  const ordered = options.keep === 'first' ? lines : lines.toReversed();
  const kept: string[] = [];
  let bytes = 0;
  for (const line of ordered.slice(0, options.maxLines)) {
    const shown = `${options.prefix}${shorten(breakCommands(visible(line)), LINE_LENGTH)}`;
    bytes += utf8Length(shown) + 1;
    if (bytes > options.maxBytes) break;
    kept.push(shown);
  }
  if (kept.length < lines.length) kept.push(cutNotice(ordered.slice(kept.length), options));
  return options.keep === 'first' ? kept : kept.reverse();
}

/** One line with every `##[` and a leading `::` taken apart, so that no runner takes it as a command. Idempotent. */
export function breakCommands(line: string): string {
  return line.replaceAll('##[', '# #[').replace(/^(\s*):(?=:)/u, '$1: ');
}

/** Text with each character that shows nothing of itself, or whole escape sequence, replaced by what `show` gives for it. */
export function replaceUnseen(text: string, show: (unseen: string) => string): string {
  return text.replace(UNSEEN, show);
}

/** Length in bytes of UTF-8. */
export function utf8Length(text: string): number {
  return ENCODER.encode(text).length;
}

const ENCODER = new TextEncoder();

function linesOf(text: string): readonly string[] {
  const lines = text.split(LINE_BREAK);
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return lines;
}

function visible(line: string): string {
  return replaceUnseen(line, placeholder).replace(STACKED_MARKS, '$1⟨…⟩');
}

/** Control pictures (`␛`, `␀`) for what has one, else the code point's name. */
function placeholder(unseen: string): string {
  const code = unseen.codePointAt(0) ?? 0;
  if (unseen === '\t') return '    ';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

function shorten(line: string, limit: number): string {
  if (line.length <= limit) return line;
  const room = Math.max(0, limit - 30);
  const end = isHighSurrogate(line.charCodeAt(room - 1)) ? room - 1 : room;
  return `${line.slice(0, end)} … (${line.length - end} more characters)`;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function cutNotice(cut: readonly string[], { prefix, keep }: BlockOptions): string {
  const bytes = cut.reduce((sum, line) => sum + utf8Length(line) + 1, 0);
  const lines = cut.length === 1 ? '1 line' : `${cut.length} lines`;
  return `${prefix}… ${lines} (${bytes} bytes) ${keep === 'first' ? 'after' : 'before'} this not shown`;
}
