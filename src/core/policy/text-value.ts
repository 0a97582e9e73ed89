import { quote } from '../excerpt.js';
import type { Cursor } from './cursor.js';
import { contradiction, mistake } from './mistake.js';
import type * as Written from './written.generated.js';

/**
 * A scalar that is a text to the container. What YAML reads as a number or truth value has to come back as it is written:
 * `1.10` would arrive as `1.1`.
 */
export function textValue(written: string | number | boolean, cursor: Cursor): string {
  const text = String(written);
  const source = cursor.source();
  if (typeof written !== 'string' && source !== null && source !== text) {
    cursor.note(mistake(`${source} is read as ${text}`, `Put it in quotes to keep it: ${quote(source)}.`));
  }
  return text;
}

/** Names and values, from a map or from Compose's list of `NAME=value`. */
export function normalizePairs(written: Written.Pairs | undefined, cursor: Cursor): Readonly<Record<string, string>> {
  if (written === undefined) return {};
  if (!Array.isArray(written)) {
    return Object.fromEntries(
      Object.entries(written).map(([name, value]) => [name, textValue(value, cursor.in(name))]),
    );
  }
  const pairs = new Map<string, string>();
  for (const [index, item] of written.entries()) {
    const sign = item.indexOf('=');
    const name = item.slice(0, sign);
    if (pairs.has(name)) {
      cursor.in(index).note(contradiction(`${quote(name)} is given twice`, 'Keep one of them.'));
    }
    pairs.set(name, item.slice(sign + 1));
  }
  return Object.fromEntries(pairs);
}
