import { parse as parseJson, type ValueNode } from '@humanwhocodes/momoa';
import type { Location } from '../finding.js';
import { firstMisfit } from './json-syntax.js';

/** A JSON value with the place it stands at. Numbers stay text: an unsigned 64-bit value does not fit a double. */
export type JsonValue =
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, JsonMember>; readonly location: Location }
  | { readonly kind: 'array'; readonly elements: readonly JsonValue[]; readonly location: Location }
  | { readonly kind: 'string' | 'number' | 'boolean'; readonly text: string; readonly location: Location }
  | { readonly kind: 'null'; readonly location: Location };

export interface JsonMember {
  readonly value: JsonValue;
  readonly keyLocation: Location;
}

export interface JsonMistake {
  readonly message: string;
  readonly advice: string;
  readonly location: Location;
}

/** The value a JSON text holds, or `null` and the first mistake; a key that stands twice is a mistake of its own. */
export interface JsonDocument {
  readonly root: JsonValue | null;
  readonly mistakes: readonly JsonMistake[];
}

/** Characters. Docker's own profile has about 17,000. */
const MAX_LENGTH = 1024 * 1024;
/** A profile nests 6 deep. */
const MAX_DEPTH = 32;

/** Reads strict JSON: what JSON.parse takes and no more. Never throws. */
export function readJsonDocument(file: string, text: string): JsonDocument {
  const problem = tooLarge(text) ?? tooDeep(text) ?? syntaxProblem(text);
  if (problem !== null) {
    const { message, advice, offset } = problem;
    return { root: null, mistakes: [{ message, advice, location: locate({ file, text, offset }) }] };
  }
  const mistakes: JsonMistake[] = [];
  return { root: convert({ file, text, mistakes }, parseJson(text, { mode: 'json' }).body), mistakes };
}

interface Problem {
  readonly message: string;
  readonly advice: string;
  readonly offset: number;
}

function tooLarge(text: string): Problem | null {
  if (text.length <= MAX_LENGTH) return null;
  const message = `the file has ${text.length} characters, more than the ${MAX_LENGTH} that are read`;
  return { message, advice: 'Use a smaller file.', offset: 0 };
}

/** Looked at before parsing, so that a hostile file cannot exhaust the stack. */
function tooDeep(text: string): Problem | null {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++;
    if (token === ']' || token === '}') depth--;
    if (depth > MAX_DEPTH) {
      return { message: `nested more than ${MAX_DEPTH} deep`, advice: 'A profile needs 6 levels.', offset: index };
    }
  }
  return null;
}

function syntaxProblem(text: string): Problem | null {
  if (isJson(text)) return null;
  const offset = firstMisfit(text);
  const found = text.slice(offset, offset + 1);
  const message = found === '' ? 'not JSON: the file ends too early' : `not JSON: unexpected ${JSON.stringify(found)}`;
  return { message, advice: 'Expected strict JSON, without comments and trailing commas.', offset };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

interface Place {
  readonly file: string;
  readonly text: string;
  readonly offset: number;
}

function locate({ file, text, offset }: Place): Location {
  const lines = text.slice(0, offset).split('\n');
  return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

interface Conversion {
  readonly file: string;
  readonly text: string;
  readonly mistakes: JsonMistake[];
}

function convert(conversion: Conversion, node: ValueNode): JsonValue {
  const { file, text } = conversion;
  const { line, column, offset } = node.loc.start;
  const location = { file, line, column };
  switch (node.type) {
    case 'Object':
      return { kind: 'object', members: convertMembers(conversion, node), location };
    case 'Array':
      return { kind: 'array', elements: node.elements.map(({ value }) => convert(conversion, value)), location };
    case 'String':
      return { kind: 'string', text: node.value, location };
    case 'Number':
      return { kind: 'number', text: text.slice(offset, node.loc.end.offset), location };
    case 'Boolean':
      return { kind: 'boolean', text: String(node.value), location };
    case 'Null':
    case 'NaN':
    case 'Infinity':
      return { kind: 'null', location };
  }
}

function convertMembers(
  conversion: Conversion,
  { members }: Extract<ValueNode, { type: 'Object' }>,
): ReadonlyMap<string, JsonMember> {
  const converted = new Map<string, JsonMember>();
  for (const { name, value } of members) {
    const key = name.type === 'String' ? name.value : name.name;
    const keyLocation = { file: conversion.file, line: name.loc.start.line, column: name.loc.start.column };
    const before = converted.get(key);
    if (before === undefined) converted.set(key, { value: convert(conversion, value), keyLocation });
    else conversion.mistakes.push(duplicate(key, keyLocation, before.keyLocation));
  }
  return converted;
}

function duplicate(key: string, location: Location, first: Location): JsonMistake {
  return {
    message: `duplicate key ${JSON.stringify(key)}: it stands at line ${first.line} already, and readers disagree which one counts`,
    advice: 'Keep one of them.',
    location,
  };
}
