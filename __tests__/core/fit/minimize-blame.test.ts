import { describe, expect, it } from '@jest/globals';
import { blame } from '../../../src/core/fit/minimize-blame.js';
import type { Candidate } from '../../../src/core/fit/minimize-state.js';

const ORDER: readonly Candidate[] = ['accept', 'getpid', 'accept4', 'gettid', 'tgkill', 'mmap'].map((name) => ({
  name,
  likelihood: 0.5,
  weight: 1,
}));

describe('blame', () => {
  it('puts a failure down to the last refusal', () => {
    expect(blame(['getpid', 'mmap'], ORDER)).toBe('mmap');
  });

  it('keeps of two that stand in for each other the one tried last', () => {
    expect(blame(['accept4', 'accept'], ORDER)).toBe('accept4');
  });

  it('prefers a likely need to a later refusal that services seldom mind', () => {
    const order = ORDER.map((one) => (one.name === 'getpid' ? { ...one, likelihood: 0.05 } : one));
    expect(blame(['mmap', 'getpid'], order)).toBe('mmap');
  });

  it('looks before what abort() calls', () => {
    expect(blame(['getpid', 'mmap', 'gettid', 'tgkill'], ORDER)).toBe('mmap');
  });

  it('puts a failure down to these when nothing else was refused', () => {
    expect(blame(['gettid', 'tgkill'], ORDER)).toBe('tgkill');
  });
});
