import { parsePointer } from '../json-pointer.js';
import type { Path } from './plain.js';
import { isWrittenPolicy } from './schema.js';
import type { SchemaError } from './schema-node.js';
import type * as Written from './written.generated.js';

/**
 * What is left of a policy without the keys that hold mistakes, so that the rest can be checked in the same go; `null` when
 * too little is left. What a service needs to be one (its image) takes the service with it.
 */
export function soundPart(value: unknown, errors: readonly SchemaError[]): Written.Policy | null {
  const root = shallowCopies(value);
  for (const path of errors.map(brokenPath)) remove(root, path);
  return isWrittenPolicy(root) ? root : null;
}

const WITHOUT_IT_NO_SERVICE = new Set(['image', 'build']);

/** The key to leave out: of `run`, else of the service, else of the policy. */
function brokenPath({ instancePath, keyword, params }: SchemaError): Path {
  const path = parsePointer(instancePath) ?? [];
  const full = keyword === 'additionalProperties' ? [...path, String(params['additionalProperty'])] : path;
  const part = full[2];
  if (part !== undefined && WITHOUT_IT_NO_SERVICE.has(part)) return full.slice(0, 2);
  return full.slice(0, part === 'run' ? 4 : 3);
}

type Tree = Record<string, unknown>;

/** Copies the maps down to `run`, which is as deep as keys are left out. */
function shallowCopies(value: unknown, depth = 4): unknown {
  if (depth === 0 || !isTree(value)) return value;
  const copy: Tree = { __proto__: null };
  for (const [key, child] of Object.entries(value)) copy[key] = shallowCopies(child, depth - 1);
  return copy;
}

function remove(root: unknown, path: Path): void {
  let parent = root;
  for (const key of path.slice(0, -1)) parent = isTree(parent) ? parent[key] : null;
  const last = path.at(-1);
  if (isTree(parent) && last !== undefined) Reflect.deleteProperty(parent, last);
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
