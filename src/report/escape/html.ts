import { inline } from './neutralize.js';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/**
 * Foreign text on one line, as HTML text or a quoted attribute's value.
 *
 * @param limit how many UTF-16 units are kept, before escaping
 */
export function htmlText(text: string, limit?: number): string {
  return inline(text, limit).replace(/[&<>"']/gu, (mark) => ESCAPES.get(mark) ?? '');
}
