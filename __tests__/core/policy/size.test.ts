import { describe, expect, it } from '@jest/globals';
import { parseSize } from '../../../src/core/policy/size.js';

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
