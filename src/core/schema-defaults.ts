import { schemaMistake, type JsonSchema } from './schema-mistake.js';

/** A plain JSON value that is as its schema says, with the schema's `default` for each member that it lacks. */
export function withDefaults(root: JsonSchema, value: unknown): unknown {
  return filled(root, value, root);
}

function filled(schema: JsonSchema, value: unknown, root: JsonSchema): unknown {
  const { properties = {}, items } = chosen(schema, value, root);
  if (Array.isArray(value)) return items === undefined ? value : value.map((item) => filled(items, item, root));
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).map(([key, member]) => {
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    return [key, property === undefined ? (member as unknown) : filled(property, member, root)] as const;
  });
  const absent = Object.entries(properties)
    .filter(([key, property]) => !Object.hasOwn(value, key) && 'default' in property)
    .map(([key, property]) => [key, property.default] as const);
  return Object.fromEntries([...present, ...absent]);
}

/** The schema that describes the value: behind references, and of several the first that the value fits. */
function chosen(schema: JsonSchema, value: unknown, root: JsonSchema): JsonSchema {
  if (schema.$ref !== undefined) {
    return chosen(root.$defs?.[schema.$ref.slice('#/$defs/'.length)] ?? {}, value, root);
  }
  if (schema.anyOf === undefined) return schema;
  const fitting = schema.anyOf.find((one) => schemaMistake({ ...one, $defs: root.$defs ?? {} }, value) === null);
  return fitting === undefined ? {} : chosen(fitting, value, root);
}
