import { describe, expect, test } from '@jest/globals';
import { provenBy, provenNeeds, stands, type Evidence } from '../../../src/core/fit/minimize-evidence.js';
import { NO_EFFECT } from '../../../src/core/fit/minimize-state.js';

function failed(without: readonly string[], changes: Partial<Evidence> = {}): Evidence {
  return { trial: 1, without, suspects: without, refusalsKnown: true, lasting: false, effect: NO_EFFECT, ...changes };
}

describe('a failed trial proves a need', () => {
  test('when all of its suspects but one are removed', () => {
    expect(provenBy(failed(['a', 'b']), new Set(['a']))).toBe('b');
  });

  test('not when it leaves a choice, nor when every suspect is removed', () => {
    expect(provenBy(failed(['a', 'b', 'c']), new Set(['a']))).toBeNull();
    expect(provenBy(failed(['a']), new Set(['a']))).toBeNull();
  });
});

describe('a need is certain', () => {
  const removed = new Set(['a', 'b']);

  test('by implication from any trial that proves it', () => {
    expect(stands(failed(['a', 'x']), removed, 'implied')).toBe(true);
  });

  test('alone only from a trial of exactly the final set without it', () => {
    expect(stands(failed(['a', 'b', 'x']), removed, 'alone')).toBe(true);
    expect(stands(failed(['a', 'x']), removed, 'alone')).toBe(false);
    expect(stands(failed(['a', 'c', 'x']), removed, 'alone')).toBe(false);
  });

  test('alone not from a trial that was also run without a name that the final set has', () => {
    expect(stands(failed(['a', 'b', 'kept', 'x']), removed, 'alone')).toBe(false);
  });

  test('from a lasting failure whatever it was run without', () => {
    expect(stands(failed(['x'], { lasting: true }), removed, 'alone')).toBe(true);
  });
});

test('of several trials that prove the same need, one that is certain is kept', () => {
  const loose = failed(['a', 'b', 'kept', 'x'], { trial: 1, suspects: ['x'] });
  const exact = failed(['a', 'b', 'x'], { trial: 2, suspects: ['x'] });
  const later = failed(['a', 'b', 'x'], { trial: 3, suspects: ['x'] });
  expect(provenNeeds([loose, exact, later], new Set(['a', 'b']), 'alone').get('x')?.trial).toBe(2);
});
