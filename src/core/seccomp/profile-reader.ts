import type { Finding, Location } from '../finding.js';
import type { Fix } from '../fix.js';
import type { Severity } from '../severity.js';
import type { RuleId } from '../rules.js';
import { suggest } from '../suggest.js';
import { replaceString } from './json-fix.js';
import type { JsonMember, JsonValue } from './json-document.js';

export type JsonObject = Extract<JsonValue, { kind: 'object' }>;

/** What is wrong at a place of a profile. The rule is `profile-invalid` and the severity `error` unless said. */
export interface Mistake {
  readonly location: Location;
  readonly message: string;
  readonly advice: string;
  readonly rule?: RuleId;
  readonly severity?: Severity;
  readonly fix?: Fix;
}

/** A word out of a list. */
export interface WordList<T extends string> {
  readonly words: readonly T[];
  /** What it is a list of, e.g. `action`. */
  readonly what: string;
  /** The rule a wrong word breaks. */
  readonly rule?: RuleId;
  /** Other people's words for some of them, in lower case. */
  readonly aliases?: ReadonlyMap<string, T>;
}

/** A whole number: its key for messages and its bounds. */
export interface NumberBounds {
  readonly max: bigint;
  readonly what: string;
}

/** Takes typed values out of a JSON tree and keeps a finding for everything that is not what it has to be. */
export class ProfileReader {
  readonly findings: Finding[] = [];

  report({ location, message, advice, rule = 'profile-invalid', severity = 'error', fix }: Mistake): void {
    const words = { rule, severity, service: null, message, advice, location, grants: [] };
    this.findings.push(fix === undefined ? words : { ...words, fix });
  }

  /** The value as an object with none but these keys; `null` with a finding when it is something else. */
  object(value: JsonValue, keys: readonly string[], what: string): JsonObject | null {
    if (value.kind !== 'object') return this.#wrongKind(value, { what, expected: 'an object' });
    for (const [key, { keyLocation }] of value.members) {
      if (!keys.includes(key)) this.#unknownKey(key, keys, keyLocation);
    }
    return value;
  }

  /** The member, or `null` when it is absent or null, as Docker takes it. */
  optional(object: JsonObject, key: string): JsonValue | null {
    const value = object.members.get(key)?.value;
    return value === undefined || value.kind === 'null' ? null : value;
  }

  /** The member, or `null` with a finding when it is absent. */
  required(object: JsonObject, key: string, why: string): JsonMember['value'] | null {
    const value = this.optional(object, key);
    if (value === null) {
      const location = object.members.get(key)?.keyLocation ?? object.location;
      this.report({ location, message: `"${key}" is missing: ${why}`, advice: `Add "${key}".` });
    }
    return value;
  }

  /** The elements of an array, none when the value is absent or, with a finding, no array. */
  elements(value: JsonValue | null, what: string): readonly JsonValue[] {
    if (value === null) return [];
    if (value.kind === 'array') return value.elements;
    this.#wrongKind(value, { what, expected: 'an array' });
    return [];
  }

  text(value: JsonValue | null, what: string): string | null {
    if (value === null) return null;
    return value.kind === 'string' ? value.text : this.#wrongKind(value, { what, expected: 'a string' });
  }

  word<T extends string>(value: JsonValue | null, list: WordList<T>): T | null {
    const text = this.text(value, list.what);
    if (text === null || value === null) return null;
    const found = list.words.find((word) => word === text);
    if (found === undefined) this.#unknownWord(text, list, value.location);
    return found ?? null;
  }

  /** A whole number from 0 to `max`, exact to the last digit. */
  number(value: JsonValue | null, { max, what }: NumberBounds): bigint | null {
    if (value === null) return null;
    const expected = `a whole number from 0 to ${max}`;
    if (value.kind !== 'number') return this.#wrongKind(value, { what, expected });
    const number = /^\d+$/.test(value.text) ? BigInt(value.text) : null;
    if (number !== null && number <= max) return number;
    this.report({
      location: value.location,
      message: `${what} is ${value.text}, which the engine does not take`,
      advice: `Expected ${expected}.`,
    });
    return null;
  }

  #unknownWord(text: string, { words, what, rule, aliases }: WordList<string>, location: Location): void {
    const meant = aliases?.get(text.toLowerCase()) ?? suggest(text, words);
    this.report({
      location,
      message: `unknown ${what} ${JSON.stringify(text)}`,
      advice: adviceFor(meant, words),
      ...(rule === undefined ? {} : { rule }),
      ...(meant === null ? {} : { fix: spelled({ location, text, meant }) }),
    });
  }

  #unknownKey(key: string, keys: readonly string[], location: Location): void {
    const shown = JSON.stringify(key);
    const foreign = FOREIGN_KEYS.get(key);
    if (foreign !== undefined) {
      this.report({
        location,
        message: `Docker ignores ${shown}, Podman's word`,
        advice: foreign,
        severity: 'warning',
      });
      return;
    }
    const meant = suggest(key, keys);
    this.report({
      location,
      message: `unknown key ${shown}: Docker ignores it without a word`,
      advice: adviceFor(meant, keys),
      ...(meant === null ? {} : { fix: spelled({ location, text: key, meant }) }),
    });
  }

  #wrongKind(value: JsonValue, { what, expected }: { readonly what: string; readonly expected: string }): null {
    this.report({
      location: value.location,
      message: `${what} is ${KINDS[value.kind]}`,
      advice: `Expected ${expected}.`,
    });
    return null;
  }
}

interface Misspelt {
  readonly location: Location;
  readonly text: string;
  readonly meant: string;
}

function spelled({ location, text, meant }: Misspelt): Fix {
  return { title: `Write ${meant}.`, edits: [replaceString(location, text, JSON.stringify(meant))] };
}

function adviceFor(meant: string | null, expected: readonly string[]): string {
  if (meant !== null) return `Did you mean ${meant}?`;
  const shown = expected.length > MAX_LISTED ? [...expected.slice(0, MAX_LISTED), '…'] : expected;
  return `Expected one of ${shown.join(', ')}.`;
}

const MAX_LISTED = 12;

const KINDS = {
  object: 'an object',
  array: 'an array',
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
} as const;

/** Source: https://github.com/containers/common/blob/v0.62.2/pkg/seccomp/types.go */
const FOREIGN_KEYS: ReadonlyMap<string, string> = new Map([
  ['defaultErrno', 'Write "defaultErrnoRet" with the number.'],
  ['errno', 'Write "errnoRet" with the number.'],
]);
