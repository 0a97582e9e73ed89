import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { demultiplex, type StreamName } from '../../../src/adapters/docker/demultiplex.js';
import { collectOutput } from '../../../src/adapters/docker/output.js';
import { EnvironmentError } from '../../../src/core/errors.js';

interface Frame {
  readonly stream: StreamName;
  readonly bytes: Uint8Array;
}

function framed({ stream, bytes }: Frame): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt8(stream === 'stdout' ? 1 : 2, 0);
  header.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([header, bytes]);
}

/** Cuts bytes into chunks of the given sizes, over and over. */
function chunked(bytes: Buffer, sizes: readonly number[]): readonly Buffer[] {
  const chunks: Buffer[] = [];
  for (let from = 0, turn = 0; from < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    chunks.push(bytes.subarray(from, from + size));
    from += size;
  }
  return chunks;
}

const frames = fc.array(
  fc.record({ stream: fc.constantFrom<StreamName>('stdout', 'stderr'), bytes: fc.uint8Array({ maxLength: 40 }) }),
  { maxLength: 20 },
);
const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 10 });

describe('demultiplex', () => {
  test('gives the same bytes in the same order, however they are chunked', () => {
    fc.assert(
      fc.property(frames, sizes, (sent, cuts) => {
        const received = { stdout: [] as number[], stderr: [] as number[], both: [] as number[] };
        const push = demultiplex((stream, bytes) => {
          received[stream].push(...bytes);
          received.both.push(...bytes);
        });
        chunked(Buffer.concat(sent.map(framed)), cuts).forEach(push);
        const of = (stream: StreamName): number[] =>
          sent.flatMap((frame) => (frame.stream === stream ? [...frame.bytes] : []));
        expect(received).toEqual({
          stdout: of('stdout'),
          stderr: of('stderr'),
          both: sent.flatMap(({ bytes }) => [...bytes]),
        });
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['a stream that does not exist', [9, 0, 0, 0, 0, 0, 0, 1]],
    ['text without framing', [...Buffer.from('hello world')]],
  ])('refuses %s', (_, bytes) => {
    const push = demultiplex(() => undefined);
    expect(() => {
      push(Uint8Array.from(bytes));
    }).toThrow(EnvironmentError);
  });

  test('takes an error of the engine for standard error', () => {
    const { push, output } = collectOutput(100);
    push(Uint8Array.from([3, 0, 0, 0, 0, 0, 0, 2, 0x68, 0x69]));
    expect(output()).toEqual({ stdout: '', stderr: 'hi', both: 'hi', truncated: false });
  });
});

describe('collectOutput', () => {
  test('keeps the end of each stream and of both', () => {
    const { push, output } = collectOutput(4);
    push(framed({ stream: 'stdout', bytes: Buffer.from('abcdef') }));
    push(framed({ stream: 'stderr', bytes: Buffer.from('xy') }));
    expect(output()).toEqual({ stdout: 'cdef', stderr: 'xy', both: 'efxy', truncated: true });
  });

  test('turns what is not UTF-8 into U+FFFD', () => {
    const { push, output } = collectOutput(100);
    push(framed({ stream: 'stdout', bytes: Uint8Array.from([0x61, 0xff, 0x00, 0x62]) }));
    expect(output().stdout).toBe('a\uFFFD\u0000b');
  });
});
