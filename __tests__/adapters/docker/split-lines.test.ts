import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitLines } from '../../../src/adapters/docker/split-lines.js';

function linesOf(chunks: readonly Uint8Array[]): readonly string[] {
  const lines: string[] = [];
  const splitter = splitLines((line) => lines.push(line));
  chunks.forEach(splitter.push);
  splitter.end();
  return lines;
}

describe('splitLines', () => {
  test('gives lines without their ends, the last one too', () => {
    expect(linesOf([Buffer.from('one\ntwo\r\n\nthr'), Buffer.from('ee')])).toEqual(['one', 'two', '', 'three']);
  });

  test('does not depend on how the bytes come', () => {
    const text = fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r\n')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (written, size) => {
        const bytes = Buffer.from(written);
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        );
        expect(linesOf(chunks)).toEqual(linesOf([bytes]));
      }),
    );
  });

  test('cuts a line that does not end, whether it comes at once or not', () => {
    const long = 'x'.repeat(20_000);
    const pieces = [8192, 8192, 3616];
    expect(linesOf([Buffer.from(`${long}\n`)]).map(({ length }) => length)).toEqual(pieces);
    expect(linesOf([Buffer.from(long)]).map(({ length }) => length)).toEqual(pieces);
  });
});
