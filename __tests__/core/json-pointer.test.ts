import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { followPointer, formatPointer, parsePointer } from '../../src/core/json-pointer.js';

/** The examples of https://www.rfc-editor.org/rfc/rfc6901#section-5 */
const DOCUMENT: unknown = JSON.parse(
  '{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\\\j":5,"k\\"l":6," ":7,"m~n":8}',
);
const EXAMPLES: readonly (readonly [string, unknown])[] = [
  ['', DOCUMENT],
  ['/foo', ['bar', 'baz']],
  ['/foo/0', 'bar'],
  ['/', 0],
  ['/a~1b', 1],
  ['/c%d', 2],
  ['/e^f', 3],
  ['/g|h', 4],
  ['/i\\j', 5],
  ['/k"l', 6],
  ['/ ', 7],
  ['/m~0n', 8],
];

describe('a JSON pointer', () => {
  it.each(EXAMPLES)('%j leads to what RFC 6901 says', (pointer, value) => {
    expect(followPointer(DOCUMENT, parsePointer(pointer) ?? ['?'])).toEqual({ value });
  });

  it.each(['foo', '/a~', '/a~2', '~'])('is not %j', (text) => {
    expect(parsePointer(text)).toBeNull();
  });

  it.each(['/foo/2', '/foo/-', '/foo/01', '/foo/length', '/bar', '/constructor', '/foo/0/0', '/__proto__'])(
    'to nothing, %j, leads to nothing',
    (pointer) => {
      expect(followPointer(DOCUMENT, parsePointer(pointer) ?? [])).toBeNull();
    },
  );

  it('tells null from nothing', () => {
    expect(followPointer({ a: null }, ['a'])).toEqual({ value: null });
  });

  it('names any keys and is read back as the same', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (keys) => {
        expect(parsePointer(formatPointer(keys))).toEqual(keys);
      }),
    );
  });
});
