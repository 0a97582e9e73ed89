import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InternalError } from '../../../src/core/errors.js';
import { encodeData, encodeFrame, FrameDecoder, LONGEST_PAYLOAD, PREAMBLE } from '../../../src/core/probe/frame.js';

describe('frames', () => {
  test('come out as they went in, however they are cut', () => {
    const frame = fc.record({
      kind: fc.constantFrom('ready', 'open', 'opened', 'data', 'end', 'close', 'failed'),
      stream: fc.nat(0xffff),
      payload: fc.uint8Array({ maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.array(frame), fc.array(fc.integer({ min: 1, max: 20 })), (frames, cuts) => {
        const bytes = Buffer.concat(frames.map(({ kind, stream, payload }) => encodeFrame(kind, stream, payload)));
        const decoder = new FrameDecoder();
        const found = [];
        let start = 0;
        for (const cut of [...cuts, bytes.length + 1]) {
          found.push(...decoder.push(bytes.subarray(start, start + cut)));
          start += cut;
        }
        expect(found.map((one) => ({ ...one, payload: [...one.payload] }))).toEqual(
          frames.map((one) => ({ ...one, payload: [...one.payload] })),
        );
      }),
    );
  });

  test('begin after the preamble, whatever is before it and however it is cut', () => {
    const frame = Buffer.from(encodeFrame('open', 5, Uint8Array.of(1, 2)));
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 30 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 9 }),
        (before, cut, piece) => {
          fc.pre(!Buffer.from(before).includes(Buffer.from(PREAMBLE)));
          const bytes = Buffer.concat([before, PREAMBLE.subarray(0, cut % 15), PREAMBLE, frame]);
          const decoder = new FrameDecoder('preamble');
          const found = [];
          for (let start = 0; start < bytes.length; start += piece)
            found.push(...decoder.push(bytes.subarray(start, start + piece)));
          expect(found.map(({ kind, stream }) => `${kind} ${stream}`)).toEqual(['open 5']);
        },
      ),
    );
  });

  test('are as long as they may be', () => {
    const frames = encodeData(3, new Uint8Array(LONGEST_PAYLOAD + 1));
    const decoded = new FrameDecoder().push(Buffer.concat(frames));
    expect(decoded.map(({ payload }) => payload.length)).toEqual([LONGEST_PAYLOAD, 1]);
    expect(() => encodeFrame('data', 1, new Uint8Array(LONGEST_PAYLOAD + 1))).toThrow(InternalError);
  });

  test.each([
    ['an unknown kind', [99, 0, 0, 1, 0, 0, 0, 0]],
    ['a payload that is too long', [3, 0, 0, 1, 0, 1, 0, 1]],
  ])('refuse %s', (_, bytes) => {
    expect(() => new FrameDecoder().push(Uint8Array.from(bytes))).toThrow(InternalError);
  });
});
