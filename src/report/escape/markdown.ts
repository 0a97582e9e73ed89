import { block, inline, type BlockOptions } from './neutralize.js';

/** What Markdown itself gives a meaning. */
const MARKUP = /[&<>|\\`*_~[\]$]/gu;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['|', '&#124;'],
  ['\\', '&#92;'],
  ['`', '&#96;'],
  ['$', '<span>$</span>'],
]);

/** Where an address starts to be one, even in code letters. */
const ADDRESS = /@|:(?=\/\/)|www(?=\.)/giu;

/** Where a reference to an issue or an emoji starts to be one; our own colon may follow. GitHub leaves code letters alone. */
const REFERENCE = /#(?=\d)|gh-(?=\d)|:(?=[\w+-]+(?::|$))/giu;

/** Invisible. GitHub looks for addresses and references in the rendered text, so that an entity does not stop it. */
const BREAK = '&#8203;';

/** What would open a heading, a list or a rule at the start of a line. */
const OPENING = /^(\d{0,9})([-+=.)#])/u;

/**
 * Foreign text as Markdown that shows just that text, in a paragraph, a list item or a table cell.
 * Source: https://github.github.com/gfm/ and, for `$`,
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
 *
 * @param limit how many UTF-16 units are kept, before escaping
 */
export function markdownText(text: string, limit?: number): string {
  const broken = inline(text, limit).trim().replace(REFERENCE, '$&\u200b');
  return escaped(broken).replace(OPENING, '$1\\$2');
}

/** Foreign text in code letters, in a paragraph, a list item or a table cell. Backticks would need other escapes in a table. */
export function markdownCode(text: string): string {
  return `<code>${escaped(inline(text))}</code>`;
}

/** How a fenced block is cut and coloured. */
export interface FenceOptions extends Omit<BlockOptions, 'prefix'> {
  /** What GitHub colours it as; plain text when absent. */
  readonly language?: 'diff' | 'sh';
}

/** Foreign text of many lines as a fenced block that it cannot close. */
export function markdownFence(text: string, { language, ...limits }: FenceOptions): readonly string[] {
  const lines = block(text, { ...limits, prefix: '' });
  const longest = lines
    .flatMap((line) => line.match(/`+/gu) ?? [])
    .reduce((most, { length }) => Math.max(most, length), 2);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language ?? 'text'}`, ...lines, fence];
}

function escaped(line: string): string {
  return line
    .replace(ADDRESS, '$&\u200b')
    .replace(MARKUP, (mark) => ESCAPES.get(mark) ?? `\\${mark}`)
    .replaceAll('\u200b', BREAK);
}
