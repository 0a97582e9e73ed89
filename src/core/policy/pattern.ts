import { RE2JS } from 're2js';
import { quote } from '../excerpt.js';
import { refused, type Parsed } from './mistake.js';

/** Characters, and instructions after repetitions are written out: what one search may cost on a large text. */
const MAX_LENGTH = 1000;
const MAX_INSTRUCTIONS = 500;

/**
 * A pattern in RE2 syntax, ready to search with in time linear in the text.
 * Source: https://github.com/google/re2/wiki/Syntax
 */
export function parsePattern(text: string): Parsed<RE2JS> {
  if (text.length > MAX_LENGTH) {
    return refused(`the pattern has ${text.length} characters, at most ${MAX_LENGTH} are taken`, 'Split it.');
  }
  try {
    const pattern = RE2JS.compile(text);
    if (pattern.programSize() <= MAX_INSTRUCTIONS) return { value: pattern };
    return refused(`the pattern ${quote(text)} is too large to search with`, 'Split it, or lower its repetitions.');
  } catch (error) {
    return refused(`the pattern ${quote(text)} cannot be read${reasonOf(error)}`, adviceFor(text));
  }
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : '';
  return message === '' ? '' : `: ${message}`;
}

function adviceFor(text: string): string {
  if (/\(\?(?:[=!]|<[=!])/.test(text)) return 'RE2 has no look-ahead or look-behind; use absent, or a second pattern.';
  if (/\\[1-9]/.test(text)) return 'RE2 has no back-references.';
  return 'Patterns are in RE2 syntax: https://github.com/google/re2/wiki/Syntax';
}
