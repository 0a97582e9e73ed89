import { describe, expect, it, test } from '@jest/globals';
import { basesIn, isOrdered, parseRuntimeRange, runtimeRangeText } from '../../../src/core/fit/runtime-range.js';

describe('runtimes of a policy', () => {
  it.each([
    ['runc', 'runc'],
    ['crun 1', 'crun 1'],
    ['runc  1.1.5', 'runc 1.1.5'],
    ['runc v1.1', 'runc 1.1'],
    ['runc 1.1-1.3', 'runc 1.1 - 1.3'],
    ['runc 1.1 - 1.3.6', 'runc 1.1 - 1.3.6'],
  ])('%j is %s', (text, written) => {
    const range = parseRuntimeRange(text);
    expect(range === null ? null : runtimeRangeText(range)).toBe(written);
  });

  it.each(['', 'runsc 1', 'runc one', 'runc 1.2.3.4', 'runc 1.1 -', '1.1'])('%j is none', (text) => {
    expect(parseRuntimeRange(text)).toBeNull();
  });

  it.each([
    ['runc 1.1', ['1.1.5', '1.1.15']],
    ['runc 1.1.15', ['1.1.15']],
    ['runc 1.1.6 - 1.3', ['1.1.15', '1.3.6']],
    ['runc 1.2', ['1.1.15', '1.3.6']],
    ['runc 1.4', ['1.3.6']],
    ['runc 1.1.5 - 1.1.10', ['1.1.5']],
    ['crun 1', ['1.8.1', '1.21', '1.28']],
  ])('%s is measured on %j', (text, versions) => {
    const range = parseRuntimeRange(text);
    expect(range === null ? [] : basesIn(range, true).map(({ version }) => version)).toEqual(versions);
  });

  test('begin with the older version', () => {
    const ordered = ['runc 1.1 - 1.3', 'runc 1.1 - 1.1.5', 'runc 1'].map(parseRuntimeRange);
    expect(ordered.map((range) => range !== null && isOrdered(range))).toEqual([true, true, true]);
    const reversed = parseRuntimeRange('runc 1.3 - 1.1');
    expect(reversed !== null && isOrdered(reversed)).toBe(false);
  });
});
