import type { Finding } from '../core/finding.js';
import { inline } from './escape/neutralize.js';

/** Room for one finding on one line, in UTF-16 units. */
const LENGTH = 2000;

/** Where a finding is, as editors and terminals recognise it: `file:line:column`; empty when it has no place. Foreign text. */
export function place({ location }: Finding): string {
  return location === null ? '' : `${location.file}:${location.line}:${location.column}`;
}

/** The fact, the reason and what to do, as sentences. Foreign text. */
export function statement({ message, advice }: Finding): string {
  if (advice === '') return message;
  return `${message}${/[.!?]$/u.test(message) ? '' : '.'} ${advice}`;
}

/**
 * A finding on one safe line: `file:line:column: severity: message advice [rule]`.
 *
 * @param paint colours the severity
 */
export function findingLine(finding: Finding, paint: (severity: string) => string = (severity) => severity): string {
  const where = place(finding);
  const start = where === '' ? '' : `${inline(where)}: `;
  return `${start}${paint(finding.severity)}: ${inline(statement(finding), LENGTH)} [${finding.rule}]`;
}
