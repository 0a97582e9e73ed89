import { describe, expect, it } from '@jest/globals';
import type { KernelRecord } from '../../../src/core/trace/record.js';
import { Story } from '../../support/trace-story.js';

const INIT = 100;
const EPERM = -1;
const EACCES = -13;
const SYS_ADMIN = 21;
const DAC_OVERRIDE = 1;

function deniedIn(tell: (story: Story) => unknown): KernelRecord['denied'] {
  const story = new Story().start(INIT);
  tell(story);
  return story.record(INIT).denied;
}

describe('a call that passed the filter and was denied', () => {
  it.each([
    ['EACCES', EACCES, 13],
    ['EPERM', EPERM, 1],
  ])('with %s is told, with who asked for it', (_, result, errno) => {
    const denied = deniedIn((story) => story.call(INIT, 'mount', { result }).call(INIT, 'mount', { result }));
    expect(denied).toEqual([expect.objectContaining({ syscall: 'mount', errno, program: 'service', count: 2 })]);
  });

  it('is told when its capability was granted', () => {
    const denied = deniedIn((story) =>
      story.enter(INIT, 'mount').capability(INIT, SYS_ADMIN).leave(INIT, 'mount', EACCES),
    );
    expect(denied).toHaveLength(1);
  });

  it('is not told when a capability was refused in it', () => {
    const denied = deniedIn((story) =>
      story.enter(INIT, 'openat').capability(INIT, DAC_OVERRIDE, { answer: EPERM }).leave(INIT, 'openat', EACCES),
    );
    expect(denied).toEqual([]);
  });

  it.each([
    ['a success', 3],
    ['another error', -2],
  ])('is not %s', (_, result) => {
    expect(deniedIn((story) => story.call(INIT, 'openat', { result }))).toEqual([]);
  });

  it('is not one that the filter refused', () => {
    expect(deniedIn((story) => story.leave(INIT, 'mount', EPERM))).toEqual([]);
  });
});
