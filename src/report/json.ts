import { compareFindings } from '../core/finding.js';
import type { CheckResult } from '../core/result.js';
import { replaceUnseen } from './escape/neutralize.js';

/** The result as JSON: keys in the order given, findings sorted, safe to print. */
export function json(result: CheckResult): string {
  return printableJson({ ...result, findings: result.findings.toSorted(compareFindings) });
}

/**
 * A plain value as JSON, a line feed at the end. What a runner or a terminal could take as a command stands as `\u` escapes, so
 * that the text is safe to print and still parses to the same value.
 */
export function printableJson(value: object): string {
  return `${printable(JSON.stringify(value, null, 2))}\n`;
}

/** JSON text with everything in it that a runner or a terminal could take as a command as `\u` escapes. */
export function printable(text: string): string {
  return text.replaceAll('##[', '#\\u0023[').replace(NOT_ASCII, (run) => replaceUnseen(run, unicodeEscape));
}

/** What cannot be unseen need not be looked at: a large result is mostly that. */
const NOT_ASCII = /[^ -~\n]+/g;

/** JSON.stringify leaves no character below U+0020 and no lone surrogate, so that every unseen one stands inside a string. */
function unicodeEscape(unseen: string): string {
  return Array.from({ length: unseen.length }, (_, index) => unseen.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}
