import { show } from '../excerpt.js';
import { parsePointer } from '../json-pointer.js';
import { expectedBy, repair } from './expected.js';
import { labelOf } from './label.js';
import type { Part } from './locate.js';
import { mistake, type Mistake } from './mistake.js';
import type { Path } from './plain.js';
import type { SchemaError } from './schema-node.js';
import { standsFor, unknownKey } from './unknown-key.js';

/** A mistake and what it is about. */
export interface PlacedMistake {
  readonly path: Path;
  readonly part: Part;
  readonly mistake: Mistake;
}

/** One mistake for each thing the author has to change, whatever number of the schema's keywords it breaks. */
export function schemaMistakes(errors: readonly SchemaError[]): readonly PlacedMistake[] {
  const own = errors.filter((error) => !isEcho(error));
  return own.filter((error) => !isMisspelt(error, own)).map(placed);
}

/** Whether an error only repeats another: why each alternative of a `oneOf` fails, or a `oneOf` on what is no map at all. */
function isEcho({ schemaPath, keyword, data }: SchemaError): boolean {
  const isMap = typeof data === 'object' && data !== null && !Array.isArray(data);
  return schemaPath.includes('/oneOf/') || (keyword === 'oneOf' && !isMap);
}

/** Whether what an error misses is there under a wrong name, which has an error of its own. */
function isMisspelt(error: SchemaError, all: readonly SchemaError[]): boolean {
  const missing = missingKeys(error);
  return all.some(
    ({ keyword, instancePath, params }) =>
      keyword === 'additionalProperties' &&
      instancePath === error.instancePath &&
      standsFor(String(params['additionalProperty']), missing),
  );
}

function missingKeys(error: SchemaError): readonly string[] {
  if (error.keyword === 'required') return [String(error.params['missingProperty'])];
  return error.keyword === 'oneOf' && presentKeys(error).length === 0 ? alternatives(error) : [];
}

function placed(error: SchemaError): PlacedMistake {
  const path = parsePointer(error.instancePath) ?? [];
  switch (error.keyword) {
    case 'additionalProperties':
      return unexpectedKey(error, path);
    case 'required':
      return missingKey(error, path);
    case 'oneOf':
      return wrongChoice(error, path);
    default:
      return wrongValue(error, path);
  }
}

function unexpectedKey({ params, parentSchema }: SchemaError, path: Path): PlacedMistake {
  const key = String(params['additionalProperty']);
  const { properties, patternProperties } = parentSchema;
  const at = { path: [...path, key], part: 'key' } as const;
  if (patternProperties === undefined) {
    return { ...at, mistake: unknownKey(path, key, Object.keys(properties ?? {})) };
  }
  const message = `found the key ${show(key)} in ${labelOf(path)}, ${expectedBy(parentSchema)}`;
  const [pattern = ''] = Object.keys(patternProperties);
  return { ...at, mistake: mistake(message, repair(key, { type: 'string', pattern })) };
}

function missingKey({ params, parentSchema }: SchemaError, path: Path): PlacedMistake {
  const key = String(params['missingProperty']);
  const node = parentSchema.properties?.[key] ?? {};
  return { path, part: 'key', mistake: mistake(`${labelOf(path)} has no ${key}, ${expectedBy(node)}`, `Add ${key}.`) };
}

function wrongChoice(error: SchemaError, path: Path): PlacedMistake {
  const choices = alternatives(error).join(', ');
  const [first, second] = presentKeys(error);
  if (first === undefined || second === undefined) {
    return {
      path,
      part: 'key',
      mistake: mistake(`${labelOf(path)} has none of ${choices}`, 'Add exactly one of them.'),
    };
  }
  const message = `${labelOf(path)} has ${first} and ${second}, expected exactly one of ${choices}`;
  return { path: [...path, second], part: 'key', mistake: mistake(message, 'Remove all but one.') };
}

function wrongValue({ data, parentSchema }: SchemaError, path: Path): PlacedMistake {
  const message = `${labelOf(path)}: found ${show(data)}, ${expectedBy(parentSchema)}`;
  return { path, part: 'value', mistake: mistake(message, repair(data, parentSchema)) };
}

function alternatives({ parentSchema }: SchemaError): readonly string[] {
  return (parentSchema.oneOf ?? []).flatMap(({ required }) => required ?? []);
}

/** Which of the alternatives are there, in the order they are written. */
function presentKeys(error: SchemaError): readonly string[] {
  const choices = alternatives(error);
  const keys = typeof error.data === 'object' && error.data !== null ? Object.keys(error.data) : [];
  return keys.filter((key) => choices.includes(key));
}
