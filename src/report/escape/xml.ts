import { escapeMarks } from './marks.js';
import { block, inline, type BlockOptions } from './neutralize.js';

/**
 * Foreign text of one line for XML, between tags or in an attribute. What XML 1.0 does not allow at all is a placeholder by then.
 * Source: https://www.w3.org/TR/xml/#charsets
 *
 * @param limit how many UTF-16 units are kept, before escaping
 */
export function xmlText(text: string, limit?: number): string {
  return escapeMarks(inline(text, limit));
}

/** Foreign text of many lines for XML, between tags. */
export function xmlLines(text: string, limits: Omit<BlockOptions, 'prefix'>): readonly string[] {
  return block(text, { ...limits, prefix: '' }).map(escapeMarks);
}
