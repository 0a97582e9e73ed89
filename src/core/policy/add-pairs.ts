import { isNode, isScalar, type Pair, type YAMLMap } from 'yaml';
import { insertLines, lineStart, type TextEdit } from '../edit/text-edit.js';
import { contentEnd } from './content-end.js';

/** A key that a map does not have yet, its value as YAML text in flow style. */
export interface NewPair {
  readonly key: string;
  readonly value: string;
}

/** A map in a YAML text and how keys are to be added. */
export interface PlacedMap {
  readonly text: string;
  readonly map: YAMLMap;
  /** Any offset on the line of the map's own key. */
  readonly keyOffset: number;
  /** Keys that the new ones are to follow, the most wanted first; without any they come first. */
  readonly after: readonly string[];
}

/** Adds keys to a map, in block or flow style as it is; `null` when its first key has not a line of its own. */
export function addPairs(placed: PlacedMap, pairs: readonly NewPair[]): TextEdit | null {
  if (pairs.length === 0) return { start: 0, end: 0, text: '' };
  const anchor = anchorOf(placed);
  return placed.map.flow === true ? inFlow(placed, pairs, anchor) : inBlock(placed, pairs, anchor);
}

/** The pair with this key. */
export function pairOf(map: YAMLMap, name: string): Pair | null {
  return map.items.find(({ key }) => isScalar(key) && key.value === name) ?? null;
}

function anchorOf({ map, after }: PlacedMap): Pair | null {
  return after.map((key) => pairOf(map, key)).find((pair) => pair !== null) ?? null;
}

function inBlock({ text, map, keyOffset }: PlacedMap, pairs: readonly NewPair[], anchor: Pair | null): TextEdit | null {
  const start = map.range?.[0] ?? 0;
  const indent = text.slice(lineStart(text, start), start);
  if (indent.trim() !== '' || indent === '') return null;
  const lines = pairs.map(({ key, value }) => `${indent}${key}: ${value}`);
  return insertLines(text, anchor === null ? keyOffset : contentEnd(anchor) - 1, lines);
}

function inFlow({ text, map }: PlacedMap, pairs: readonly NewPair[], anchor: Pair | null): TextEdit {
  const open = (map.range?.[0] ?? 0) + 1;
  const first = map.items[0]?.key;
  const written = pairs.map(({ key, value }) => `${key}: ${value}`);
  if (first === undefined) return { start: open, end: open, text: ` ${written.join(', ')} ` };
  const firstAt = isNode(first) ? (first.range?.[0] ?? open) : open;
  const between = text.slice(open, firstAt);
  const gap = between !== '' && between.trim() === '' ? between : ' ';
  if (anchor === null) return { start: firstAt, end: firstAt, text: written.map((pair) => `${pair},${gap}`).join('') };
  const end = contentEnd(anchor);
  return { start: end, end, text: written.map((pair) => `,${gap}${pair}`).join('') };
}
