import { inline } from './neutralize.js';

/**
 * Foreign text as a SARIF message that shows just that text: one line, and no `[text](target)`, which viewers make a link of.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html#_Toc34317459 (3.11.6)
 *
 * @param limit how many UTF-16 units are kept
 */
export function sarifText(text: string, limit: number): string {
  return inline(text, limit).replace(/\](?=\()/gu, '] ');
}

/**
 * A foreign path as a URI reference relative to the checkout, the only kind that code scanning takes. A path that is absolute
 * becomes relative, for nothing here knows where the checkout is.
 */
export function sarifUri(path: string): string {
  const parts = inline(path).replaceAll('\\', '/').split('/');
  const kept = parts.filter((part, index) => part !== '' && (part !== '.' || index > 0));
  return kept.length === 0 ? 'unknown' : kept.map(encodeURIComponent).join('/');
}
