import { isMap, isNode, isScalar, isSeq, type YAMLMap } from 'yaml';
import { quote } from '../excerpt.js';
import { formatPointer } from '../json-pointer.js';
import { mistake, type Mistake } from './mistake.js';
import type { SourceMistake } from './source.js';

/** A key of a map or a position of a list, from the policy's root inwards. */
export type Path = readonly (string | number)[];

/** Where a value stands, as offsets into the text. */
export interface Position {
  /** Of its key; `null` for the root and for what stands in a list. */
  readonly key: number | null;
  readonly value: number;
  /** A scalar as written, without quotes; `null` for maps and lists. */
  readonly source: string | null;
}

/** A YAML document as plain values, with the position of each by its JSON pointer. */
export interface Plain {
  /** Maps are objects without a prototype, so that no key has a meaning of its own. */
  readonly value: unknown;
  readonly positions: ReadonlyMap<string, Position>;
  readonly mistakes: readonly SourceMistake[];
}

/** Turns a document into plain values. Keys that are written twice, or are no plain text, are mistakes. */
export function plainOf(contents: unknown): Plain {
  const walk: Walk = { positions: new Map(), mistakes: [] };
  const value = plainValue(walk, { node: contents, path: [], key: null });
  return { value, ...walk };
}

interface Walk {
  readonly positions: Map<string, Position>;
  readonly mistakes: SourceMistake[];
}

interface Step {
  readonly node: unknown;
  readonly path: Path;
  readonly key: number | null;
}

function plainValue(walk: Walk, step: Step): unknown {
  const { node, path } = step;
  walk.positions.set(formatPointer(path), positionOf(step));
  if (isMap(node)) return plainMap(walk, node, path);
  if (isSeq(node)) {
    return node.items.map((item, index) => plainValue(walk, { node: item, path: [...path, index], key: null }));
  }
  return isScalar(node) ? node.value : null;
}

/** A value that is not written at all stands where its key does. */
function positionOf({ node, key }: Step): Position {
  if (!isNode(node)) return { key, value: key ?? 0, source: null };
  const value = node.range?.[0] ?? key ?? 0;
  if (!isScalar(node)) return { key, value, source: null };
  const source = node.source ?? '';
  return { key, value: source === '' && node.value === null ? (key ?? value) : value, source };
}

function plainMap(walk: Walk, map: YAMLMap, path: Path): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = { __proto__: null };
  for (const { key, value } of map.items) {
    const name = keyName(key);
    const offset = (isNode(key) ? key.range?.[0] : undefined) ?? map.range?.[0] ?? 0;
    const wrong = keyMistake(name, values);
    if (wrong !== null) walk.mistakes.push({ offset, mistake: wrong });
    else if (name !== null) values[name] = plainValue(walk, { node: value, path: [...path, name], key: offset });
  }
  return values;
}

/** A key as text, numbers and the like as they are written; `null` for maps, lists and nothing. */
function keyName(key: unknown): string | null {
  if (!isScalar(key)) return null;
  if (typeof key.value === 'string') return key.value;
  return key.source === undefined || key.source === '' ? null : key.source;
}

function keyMistake(name: string | null, siblings: Readonly<Record<string, unknown>>): Mistake | null {
  if (name === null) return mistake('a key of this map is no text', 'Write keys as plain words.');
  if (name in siblings) return mistake(`the key ${quote(name)} is written twice`, 'Keep one of them.');
  if (name !== '<<') return null;
  return mistake(
    'the merge key "<<" is not accepted: a policy says everything where it holds',
    'Write the values out.',
  );
}
