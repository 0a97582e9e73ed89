import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readJsonDocument, type JsonValue } from '../../../src/core/seccomp/json-document.js';

const read = (text: string): ReturnType<typeof readJsonDocument> => readJsonDocument('p.json', text);

describe('readJsonDocument', () => {
  test('keeps the place of every value and the digits of every number', () => {
    const { root, mistakes } = read('{\n  "a": [18446744073709551615]\n}');
    expect(mistakes).toEqual([]);
    expect(root).toEqual({
      kind: 'object',
      location: { file: 'p.json', line: 1, column: 1 },
      members: new Map([
        [
          'a',
          {
            keyLocation: { file: 'p.json', line: 2, column: 3 },
            value: {
              kind: 'array',
              location: { file: 'p.json', line: 2, column: 8 },
              elements: [
                { kind: 'number', text: '18446744073709551615', location: { file: 'p.json', line: 2, column: 9 } },
              ],
            },
          },
        ],
      ]),
    });
  });

  test.each([
    ['', 'not JSON: the file ends too early', 1, 1],
    ['{"a": 1', 'not JSON: the file ends too early', 1, 8],
    ['{\n  "a": 1,\n}', 'not JSON: unexpected "}"', 3, 1],
    ['{"a": tru}', 'not JSON: unexpected "t"', 1, 7],
    ['{"a" 1}', 'not JSON: unexpected "1"', 1, 6],
    ['// no\n{}', 'not JSON: unexpected "/"', 1, 1],
    ['{"a": "b\nc"}', 'not JSON: unexpected "\\""', 1, 7],
    ['\uFEFF{}', 'not JSON: unexpected "\uFEFF"', 1, 1],
  ])('%j is told at its place', (text, message, line, column) => {
    const { root, mistakes } = read(text);
    expect(root).toBeNull();
    expect(mistakes.map((mistake) => [mistake.message, mistake.location.line, mistake.location.column])).toEqual([
      [message, line, column],
    ]);
  });

  test('a key that stands twice is told at the second place', () => {
    const { mistakes } = read('{"a": 1,\n "a": 2}');
    expect(mistakes.map(({ message, location }) => [message, location.line, location.column])).toEqual([
      ['duplicate key "a": it stands at line 1 already, and readers disagree which one counts', 2, 2],
    ]);
  });

  test('a key of the prototype is a key like any other', () => {
    const { root } = read('{"__proto__": {"polluted": true}, "constructor": 1}');
    const keys = root?.kind === 'object' ? [...root.members.keys()] : [];
    expect(keys).toEqual(['__proto__', 'constructor']);
  });

  test('brackets within strings are no nesting', () => {
    expect(read(JSON.stringify({ a: '['.repeat(100) })).mistakes).toEqual([]);
  });

  test.each([33, 100_000])('%i levels are too many', (depth) => {
    expect(read('['.repeat(depth) + ']'.repeat(depth)).mistakes.map(({ message }) => message)).toEqual([
      'nested more than 32 deep',
    ]);
  });

  test('a huge file is not read', () => {
    const { root, mistakes } = read(`"${'x'.repeat(1024 * 1024)}"`);
    expect(root).toBeNull();
    expect(mistakes.map(({ message }) => message)).toEqual([
      'the file has 1048578 characters, more than the 1048576 that are read',
    ]);
  });

  test('reads what JSON.parse reads, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json({ maxDepth: 4 }), fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const accepted = isJson(text);
        const { root, mistakes } = read(text);
        const duplicates = mistakes.filter(({ message }) => message.startsWith('duplicate key')).length;
        expect([root !== null, mistakes.length - duplicates]).toEqual([accepted, accepted ? 0 : 1]);
      }),
    );
  });

  test('gives the values that JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value, null, 1);
        const { root } = read(text);
        expect(root === null ? undefined : plain(root)).toEqual(JSON.parse(text));
      }),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function plain(value: JsonValue): unknown {
  switch (value.kind) {
    case 'object':
      return Object.fromEntries([...value.members].map(([key, member]) => [key, plain(member.value)]));
    case 'array':
      return value.elements.map(plain);
    case 'null':
      return null;
    case 'number':
      return Number(value.text);
    case 'boolean':
      return value.text === 'true';
    case 'string':
      return value.text;
  }
}
