import type { SchemaError, SchemaNode } from './schema-node.js';
import { schema, validate } from './validate.generated.js';
import type * as Written from './written.generated.js';

/** Whether a value has the shape of a policy. */
export function isWrittenPolicy(value: unknown): value is Written.Policy {
  return validate(value);
}

/** Every way in which a value has not the shape of a policy, in ajv's words and order. */
export function schemaErrors(value: unknown): readonly SchemaError[] {
  validate(value);
  return validate.errors ?? [];
}

/** The keys that a named part of a policy may have, in the schema's order: `service`, `run`, `ready`, `test` … */
export function keysOf(part: string): readonly string[] {
  return Object.keys(schema.$defs?.[part]?.properties ?? {});
}

/** The schema itself, or what it refers to. */
export function resolved(node: SchemaNode): SchemaNode {
  const name = node.$ref?.replace('#/$defs/', '');
  return name === undefined ? node : (schema.$defs?.[name] ?? node);
}
