import { anyOf, type Shape } from './type-shape.js';

/** The part of JSON Schema that our schemas use for structure. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly default?: unknown;
}

/** The shape of a JSON Schema once it is read: a member with a default is always there. Bounds and patterns are not part of it. */
export function schemaShape(root: Schema, schema: Schema = root): Shape {
  if (schema.$ref !== undefined) return schemaShape(root, definition(root, schema.$ref));
  if (schema.const !== undefined) return `= ${JSON.stringify(schema.const)}`;
  if (schema.enum !== undefined) return anyOf(schema.enum.map((value) => `= ${JSON.stringify(value)}`));
  if (schema.anyOf !== undefined) return anyOf(schema.anyOf.map((member) => schemaShape(root, member)));
  if (schema.type === 'array' && schema.items !== undefined) return { array: schemaShape(root, schema.items) };
  if (schema.type === 'object') return objectShape(root, schema);
  return schema.type === 'integer' ? 'number' : (schema.type ?? 'anything');
}

function objectShape(root: Schema, { properties = {}, required = [], additionalProperties }: Schema): Shape {
  const members = Object.entries(properties).map(([name, property]) => {
    const shape = schemaShape(root, property);
    return [name, required.includes(name) || 'default' in property ? shape : anyOf([shape, 'absent'])] as const;
  });
  const others = additionalProperties === false ? [] : [['…', 'anything'] as const];
  return { object: Object.fromEntries([...members, ...others]) };
}

function definition(root: Schema, reference: string): Schema {
  const found = root.$defs?.[reference.replace('#/$defs/', '')];
  if (found === undefined) throw new TypeError(`no definition ${reference}`);
  return found;
}
