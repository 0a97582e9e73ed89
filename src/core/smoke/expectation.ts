import { cut, quote } from '../excerpt.js';
import { parsePattern } from '../policy/pattern.js';
import type { TextExpectation } from '../policy/policy.js';
import { compareJson } from './json-expectation.js';

/**
 * How a text differs from what is expected of it: a sentence for each part that does not hold, with what was found and what
 * was expected; none when all hold. The sentences quote foreign text, within bounds.
 */
export function compareExpected(expectation: TextExpectation, actual: string): readonly string[] {
  return [
    ...expectation.contains.flatMap((part) => missing(part, actual)),
    ...expectation.matches.flatMap((pattern) => unmatched(pattern, actual)),
    ...(expectation.equals === null ? [] : unequal(expectation.equals, actual)),
    ...expectation.absent.flatMap((part) => forbidden(part, actual)),
    ...(expectation.json.length === 0 ? [] : compareJson(expectation.json, actual)),
  ];
}

/** Whether an expectation holds for any text. */
export function expectsNothing({ contains, matches, equals, absent, json }: TextExpectation): boolean {
  return equals === null && [contains, matches, absent, json].every((parts) => parts.length === 0);
}

function missing(part: string, actual: string): readonly string[] {
  return actual.includes(part) ? [] : [`does not contain ${quote(part)}: ${found(actual)}`];
}

function unmatched(pattern: string, actual: string): readonly string[] {
  const parsed = parsePattern(pattern);
  if ('mistake' in parsed) return [parsed.mistake.message];
  return parsed.value.matcher(actual).find() ? [] : [`does not match ${quote(pattern)}: ${found(actual)}`];
}

function forbidden(part: string, actual: string): readonly string[] {
  const index = actual.indexOf(part);
  if (index === -1) return [];
  const { line, column } = placeOf(actual, index);
  return [
    `contains ${quote(part)}, expected nowhere, at line ${line}, column ${column}: ${quote(lineAt(actual, index), SHOWN)}`,
  ];
}

function unequal(expected: string, actual: string): readonly string[] {
  if (actual === expected) return [];
  if (Math.max(actual.length, expected.length) <= SHOWN)
    return [`is ${quote(actual, SHOWN)}, expected ${quote(expected, SHOWN)}`];
  const index = firstDifference(actual, expected);
  const { line, column } = placeOf(actual, index);
  const rest = (text: string): string => (index >= text.length ? 'its end' : quote(text.slice(index)));
  return [`differs at line ${line}, column ${column}: found ${rest(actual)}, expected ${rest(expected)}`];
}

const SHOWN = 200;

/** The beginning and the end of a text, which say most. */
function found(actual: string): string {
  if (actual === '') return 'it is empty';
  if (actual.length <= SHOWN) return `it is ${quote(actual, SHOWN)}`;
  const half = SHOWN / 2;
  return `its ${actual.length} characters begin with ${quote(cut(actual, half), half)} and end with ${quote(actual.slice(-half), half)}`;
}

function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  return index;
}

function placeOf(text: string, index: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, index);
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
}

function lineAt(text: string, index: number): string {
  const start = Math.max(text.lastIndexOf('\n', index - 1) + 1, index - SHOWN / 4);
  const end = text.indexOf('\n', index);
  return text.slice(start, end === -1 ? undefined : Math.max(end, index + 1));
}
