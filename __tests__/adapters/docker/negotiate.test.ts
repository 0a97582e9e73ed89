import { describe, expect, test } from '@jest/globals';
import { EnvironmentError } from '../../../src/core/errors.js';
import { negotiate } from '../../../src/adapters/docker/client.js';

describe('negotiate', () => {
  test.each([
    [{ newest: '1.41', oldest: '1.12' }, '1.41'],
    [{ newest: '1.47', oldest: '1.24' }, '1.47'],
    [{ newest: '1.52', oldest: '1.44' }, '1.47'],
  ])('of %o takes %s', (engine, version) => {
    expect(negotiate(engine)).toBe(version);
  });

  test('refuses an engine that is too old', () => {
    expect(() => negotiate({ newest: '1.40', oldest: '1.12' })).toThrow(EnvironmentError);
  });

  test('compares numbers, not text', () => {
    expect(() => negotiate({ newest: '1.9', oldest: '1.1' })).toThrow('API version 1.9');
  });

  test('refuses an engine that is too new', () => {
    expect(() => negotiate({ newest: '1.60', oldest: '1.48' })).toThrow('API versions from 1.48 on');
  });

  test('refuses what is no engine', () => {
    expect(() => negotiate({ newest: '', oldest: '' })).toThrow('API version unknown');
  });
});
