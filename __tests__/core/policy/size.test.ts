import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSize, sizeText } from '../../../src/core/policy/size.js';

const MIB = 1024 * 1024;

describe('a size', () => {
  it.each([
    ['256m', 256 * MIB],
    ['256M', 256 * MIB],
    ['256mb', 256 * MIB],
    ['256MiB', 256 * MIB],
    ['1gb', 1024 * MIB],
    ['0.5g', 512 * MIB],
    ['64 k', 65_536],
    ['1024', 1024],
    ['1024b', 1024],
    ['1t', 1024 * 1024 * MIB],
  ])('%s is %i bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  it.each(['', 'm', '1e3', '-1m', '1  m', '1mm', '1p', '1.m', 'one'])('is not %j', (text) => {
    expect(parseSize(text)).toBeNull();
  });
});

describe('bytes', () => {
  it.each([
    [0, '0b'],
    [5, '5b'],
    [1024, '1k'],
    [1536, '1536b'],
    [32 * MIB, '32m'],
    [1.5 * 1024 * MIB, '1536m'],
    [1024 * 1024 * MIB, '1t'],
    [67_108_865, '67108865b'],
  ])('%i are written %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });

  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (bytes) => {
        expect(parseSize(sizeText(bytes))).toBe(bytes);
      }),
    );
  });
});
