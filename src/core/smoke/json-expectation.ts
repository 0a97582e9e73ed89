import { quote, show } from '../excerpt.js';
import { followPointer, formatPointer, parsePointer } from '../json-pointer.js';
import type { TextExpectation } from '../policy/policy.js';

/** How a JSON text differs from the values expected at some pointers, a sentence for each place that differs. */
export function compareJson(expected: TextExpectation['json'], actual: string): readonly string[] {
  const parsed = parseJson(actual);
  if (parsed === null)
    return [`is no JSON: ${actual.trim() === '' ? 'it is empty' : `it begins with ${quote(actual, 100)}`}`];
  return expected.flatMap(({ pointer, equals }) => {
    const keys = parsePointer(pointer) ?? [];
    const target = followPointer(parsed.value, keys);
    return target === null ? [nothingAt(keys, equals)] : compareValues(equals, target.value, keys);
  });
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

type Keys = readonly (string | number)[];

/** Goes as deep as what is expected, never as deep as what was found: that may be hostile. */
function compareValues(expected: unknown, found: unknown, keys: Keys): readonly string[] {
  if (Array.isArray(expected)) return compareLists(expected, found, keys);
  if (isMap(expected)) return compareMaps(expected, found, keys);
  return expected === found ? [] : [`${at(keys)} is ${shown(found)}, expected ${shown(expected)}`];
}

function compareLists(expected: readonly unknown[], found: unknown, keys: Keys): readonly string[] {
  if (!Array.isArray(found)) return [`${at(keys)} is ${shown(found)}, expected a list`];
  const items: readonly unknown[] = found;
  if (items.length !== expected.length) {
    return [`${at(keys)} has ${items.length} entries, expected ${expected.length}`];
  }
  return expected.flatMap((item, index) => compareValues(item, items[index], [...keys, index]));
}

function compareMaps(expected: JsonMap, found: unknown, keys: Keys): readonly string[] {
  if (!isMap(found)) return [`${at(keys)} is ${shown(found)}, expected a map`];
  const extra = Object.keys(found).find((key) => !Object.hasOwn(expected, key));
  const differences = Object.entries(expected).flatMap(([key, value]) =>
    Object.hasOwn(found, key) ? compareValues(value, found[key], [...keys, key]) : [nothingAt([...keys, key], value)],
  );
  return extra === undefined ? differences : [...differences, `${at(keys)} has the key ${quote(extra)}, not expected`];
}

type JsonMap = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nothingAt(keys: Keys, expected: unknown): string {
  return `${at(keys)} is not there, expected ${shown(expected)}`;
}

function at(keys: Keys): string {
  return keys.length === 0 ? 'the value' : formatPointer(keys);
}

/** JSON has a word for nothing. */
function shown(value: unknown): string {
  return value === null ? 'null' : show(value);
}
