import { escapeMarks } from './marks.js';
import { inline } from './neutralize.js';

/**
 * Foreign text on one line, as HTML text or a quoted attribute's value.
 *
 * @param limit how many UTF-16 units are kept, before escaping
 */
export function htmlText(text: string, limit?: number): string {
  return escapeMarks(inline(text, limit));
}
