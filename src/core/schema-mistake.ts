import { quote, show } from './excerpt.js';

/** The words of JSON Schema 2020-12 that result.schema.json is written in. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean;
  readonly items?: JsonSchema;
  /** What an absent member counts as. */
  readonly default?: unknown;
}

/** Where a value is not as its schema says, and how. May quote foreign text. */
export interface SchemaMistake {
  /** JSON pointer; empty for the whole value. */
  readonly pointer: string;
  /** Follows the pointer in a sentence: `is "fine", expected one of "tight", "loose"`. */
  readonly fact: string;
}

/** The first mistake of a plain JSON value, `null` when it is as the schema says. */
export function schemaMistake(root: JsonSchema, value: unknown): SchemaMistake | null {
  return mistakeIn(root, { root, value, pointer: '' });
}

interface Place {
  readonly root: JsonSchema;
  readonly value: unknown;
  readonly pointer: string;
}

function mistakeIn(schema: JsonSchema, place: Place): SchemaMistake | null {
  if (schema.$ref !== undefined)
    return mistakeIn(place.root.$defs?.[schema.$ref.slice('#/$defs/'.length)] ?? {}, place);
  if (schema.anyOf !== undefined) return mistakeInAll(schema.anyOf, place);
  return valueMistake(schema, place) ?? objectMistake(schema, place) ?? itemMistake(schema, place);
}

/** Of several ways to be right the one that went furthest tells best what is wrong. */
function mistakeInAll(alternatives: readonly JsonSchema[], place: Place): SchemaMistake | null {
  let furthest: SchemaMistake | null = null;
  for (const schema of alternatives) {
    const found = mistakeIn(schema, place);
    if (found === null) return null;
    if (furthest === null || found.pointer.length > furthest.pointer.length) furthest = found;
  }
  return furthest;
}

function valueMistake(schema: JsonSchema, { value, pointer }: Place): SchemaMistake | null {
  const expected = expectation(schema, value);
  return expected === null ? null : { pointer, fact: `is ${show(value)}, expected ${expected}` };
}

function expectation(
  { type, enum: values, minimum, maximum, pattern, ...schema }: JsonSchema,
  value: unknown,
): string | null {
  if (type !== undefined && !hasType(value, type)) return type === 'object' ? 'an object' : `a value of type ${type}`;
  if ('const' in schema && schema.const !== value) return show(schema.const);
  if (values !== undefined && !values.includes(value)) return `one of ${values.map(show).join(', ')}`;
  if (minimum !== undefined && typeof value === 'number' && value < minimum) return `at least ${minimum}`;
  if (maximum !== undefined && typeof value === 'number' && value > maximum) return `at most ${maximum}`;
  const fits = pattern === undefined || typeof value !== 'string' || new RegExp(pattern, 'u').test(value);
  return fits ? null : `text like ${pattern}`;
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectMistake(
  { required = [], properties = {}, additionalProperties }: JsonSchema,
  place: Place,
): SchemaMistake | null {
  const { root, value, pointer } = place;
  if (!isObject(value)) return null;
  const missing = required.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return { pointer, fact: `has no ${missing}` };
  for (const [key, member] of Object.entries(value)) {
    const schema = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (schema === undefined) {
      if (additionalProperties === false) return { pointer, fact: `has an unknown key ${quote(key)}` };
      continue;
    }
    const found = mistakeIn(schema, { root, value: member, pointer: `${pointer}/${key}` });
    if (found !== null) return found;
  }
  return null;
}

function itemMistake({ items }: JsonSchema, { root, value, pointer }: Place): SchemaMistake | null {
  if (items === undefined || !Array.isArray(value)) return null;
  for (const [index, member] of value.entries()) {
    const found = mistakeIn(items, { root, value: member, pointer: `${pointer}/${index}` });
    if (found !== null) return found;
  }
  return null;
}
