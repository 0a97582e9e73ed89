import { quote, show } from '../excerpt.js';
import { suggest } from '../suggest.js';
import { resolved } from './schema.js';
import type { SchemaNode } from './schema-node.js';

/** What a part of the schema asks for, as the end of a sentence: `expected a whole number from 1 to 65535`. */
export function expectedBy(node: SchemaNode): string {
  const { errorMessage, const: only, enum: choices, type } = resolved(node);
  if (errorMessage !== undefined) return errorMessage;
  if (only !== undefined) return `expected ${show(only)}`;
  if (choices !== undefined) return `expected one of ${choices.join(', ')}`;
  const types = typeof type === 'string' ? [type] : (type ?? []);
  return `expected ${types.map((name) => TYPES[name] ?? name).join(' or ')}${rangeOf(node)}`;
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

function rangeOf(node: SchemaNode): string {
  const { minimum, maximum = Number.MAX_SAFE_INTEGER } = resolved(node);
  if (minimum === undefined) return '';
  return maximum === Number.MAX_SAFE_INTEGER ? ` from ${minimum}` : ` from ${minimum} to ${maximum}`;
}

/** How a wrong value may have been meant; empty when that cannot be told. */
export function repair(value: unknown, node: SchemaNode): string {
  const types = typeof node.type === 'string' ? [node.type] : (node.type ?? []);
  if (value === null) return 'Give it a value, or remove the key.';
  if (node.enum !== undefined) return choice(value, node.enum);
  if (types.includes('boolean') || node.const === true) return typeof value === 'string' ? truth(value) : '';
  if (types.includes('array') && !types.includes('string') && typeof value === 'string')
    return `Write a list: [${value}].`;
  return asNumber(value, types) || (types.includes('string') ? asText(value, node) : '');
}

function choice(value: unknown, choices: readonly unknown[]): string {
  const near =
    typeof value === 'string'
      ? suggest(
          value,
          choices.filter((one) => typeof one === 'string'),
        )
      : null;
  return near === null ? '' : `Did you mean ${near}?`;
}

/** YAML 1.2 has no other words for true and false than these. */
function truth(value: string): string {
  if (/^(?:yes|on|true|y)$/i.test(value)) return 'Did you mean true?';
  return /^(?:no|off|false|n)$/i.test(value) ? 'Did you mean false?' : '';
}

function asNumber(value: unknown, types: readonly string[]): string {
  const isNumber = types.includes('integer') || types.includes('number');
  return isNumber && typeof value === 'string' && /^-?\d+$/.test(value) ? `Did you mean ${value}, without quotes?` : '';
}

/** The nearest text that the schema's pattern takes. */
function asText(value: unknown, { pattern = '', type }: SchemaNode): string {
  const isText = typeof value === 'string';
  if (!isText && (typeof value !== 'number' || type !== 'string') && typeof value !== 'boolean') return '';
  const text = String(value);
  if (text.trim() === '') return '';
  const fits = (candidate: string): boolean => new RegExp(pattern, 'u').test(candidate);
  if (!isText && fits(text)) return `Put it in quotes: ${quote(text)}.`;
  const near = nearTexts(text).find((candidate) => candidate !== text && fits(candidate));
  return near === undefined ? '' : `Did you mean ${near}?`;
}

/** The usual slips: a space in or no unit after a number, capital letters, no slash in front. */
function nearTexts(text: string): readonly string[] {
  if (!/^\d/.test(text)) return [text.toLowerCase(), `/${text}`];
  const bare = text.replaceAll(' ', '');
  return [bare, bare.toLowerCase(), `${bare}s`];
}
