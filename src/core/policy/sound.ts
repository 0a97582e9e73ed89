import { parsePointer } from '../json-pointer.js';
import { isWrittenPolicy } from './schema.js';
import type { SchemaError } from './schema-node.js';
import type * as Written from './written.generated.js';

/**
 * A policy without the parts that the schema refuses, so that the meaning of all the rest is checked in the same go; `null`
 * when too little is left. What cannot be left out has a stand-in, and nothing changes its position: the result is good for
 * finding further mistakes, not for running.
 */
export function soundPart(value: unknown, errors: readonly SchemaError[]): Written.Policy | null {
  const root = copyOf(value);
  if (!isTree(root)) return null;
  for (const error of errors) leaveOut(root, brokenPath(error));
  for (const service of Object.values(isTree(root['services']) ? root['services'] : {})) {
    if (isTree(service) && !('image' in service || 'build' in service)) service['image'] = 'stand-in';
  }
  return isWrittenPolicy(root) ? root : null;
}

type Tree = Record<string, unknown>;

/** From the root to the key or value that is wrong. */
function brokenPath({ instancePath, keyword, params }: SchemaError): readonly string[] {
  const path = parsePointer(instancePath) ?? [];
  return keyword === 'additionalProperties' ? [...path, String(params['additionalProperty'])] : path;
}

function leaveOut(root: Tree, path: readonly string[]): void {
  const [top = '', name = '', part, key] = path;
  const services = root['services'];
  const service = isTree(services) ? services[name] : undefined;
  if (top !== 'services' || !isTree(services) || path.length === 1) {
    drop(root, top);
  } else if (!isTree(service)) {
    drop(services, name);
  } else if (part === undefined || part === 'image' || part === 'build') {
    drop(service, 'image');
    drop(service, 'build');
  } else {
    leaveOutPart(service, part, key);
  }
}

function leaveOutPart(service: Tree, part: string, key: string | undefined): void {
  const value = service[part];
  if (part === 'tests' && Array.isArray(value) && key !== undefined) value[Number(key)] = standInTest(key);
  else if (part === 'run' && isTree(value) && key !== undefined) drop(value, key);
  else drop(service, part);
}

function standInTest(position: string): Written.Test {
  return { name: `misshapen test ${position}`, tcp: 1 };
}

function drop(tree: Tree, key: string): void {
  Reflect.deleteProperty(tree, key);
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isTree(value)) return value;
  const copy: Tree = { __proto__: null };
  for (const [key, child] of Object.entries(value)) copy[key] = copyOf(child);
  return copy;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
