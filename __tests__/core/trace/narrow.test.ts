import { describe, expect, it } from '@jest/globals';
import { callNumbers } from '../../../src/core/trace/calls.js';
import { completenessOf } from '../../../src/core/trace/completeness.js';
import { HotCalls } from '../../../src/core/trace/hot.js';
import { narrowing, widen } from '../../../src/core/trace/narrow.js';
import type { KernelRecord } from '../../../src/core/trace/record.js';
import { nameOf, Story, used } from '../../support/trace-story.js';

function repeat(story: Story, name: string, times: number): Story {
  for (let index = 0; index < times; index++) story.call(100, name);
  return story;
}

function hotIn(story: Story, hot = new HotCalls('x86_64', [])): readonly string[] | null {
  const usage = story.attribution.descent.containers[0]?.usage;
  return (usage === undefined ? null : hot.look(usage))?.map(nameOf) ?? null;
}

describe('calls made over and over again', () => {
  it('are left out for the rest of the step', () => {
    const story = repeat(repeat(new Story().start(100), 'read', 1000), 'write', 999);
    expect(hotIn(story)).toEqual(['read']);
    expect(hotIn(story.mark(1))).toBeNull();
  });

  it('are named when there are new ones only', () => {
    const hot = new HotCalls('x86_64', []);
    const story = repeat(new Story().start(100), 'read', 1000);
    expect(hotIn(story, hot)).toEqual(['read']);
    expect(hotIn(story, hot)).toBeNull();
    expect(hotIn(repeat(story, 'write', 1000), hot)).toEqual(['read', 'write']);
    hot.reset();
    expect(hotIn(story, hot)).toEqual(['read', 'write']);
  });

  it.each(['ioctl', 'execve', 'prctl', 'clone'])('are always recorded when they tell something: %s', (name) => {
    expect(hotIn(repeat(new Story().start(100), name, 3000))).toBeNull();
  });

  it('are always recorded when they were refused, or the profile looks at their arguments', () => {
    const write = 1;
    const story = repeat(repeat(new Story().start(100), 'read', 1000), 'write', 1000).leave(100, 'read', -1);
    expect(hotIn(story, new HotCalls('x86_64', [write]))).toBeNull();
  });

  it('are left out when each was refused: a service that may not wait for events asks without end', () => {
    const story = new Story().start(100);
    for (let index = 0; index < 1000; index++) story.leave(100, 'epoll_wait', -38);
    expect(hotIn(story)).toEqual(['epoll_wait']);
    expect(hotIn(story.mark(1))).toBeNull();
  });

  it("do not count when they are the tester's", () => {
    expect(hotIn(repeat(new Story().start(50).exec(100), 'read', 3000))).toBeNull();
  });
});

describe('the change between the two ways the kernel tells of calls', () => {
  const story = (): Story => new Story().start(100);

  it('tells some twice, which count once', () => {
    const both = story()
      .enter(100, 'read')
      .as('named')
      .enter(100, 'read')
      .leave(100, 'read')
      .as('raw')
      .leave(100, 'read');
    expect(used(both.record(100))).toContain('service service read 1');
    expect(both.record(100).refused).toEqual([]);
  });

  it('tells a refusal twice, which counts once', () => {
    const both = story().leave(100, 'chmod', -1).as('named').leave(100, 'chmod', -1);
    expect(both.record(100).refused).toMatchObject([{ syscall: 'chmod', count: 1 }]);
  });

  it('may leave out the return of a call under way', () => {
    const early = story().enter(100, 'read').as('named');
    early.attribution.leaveOut([0]);
    early.leave(100, 'chmod', -1);
    expect(early.record(100).refused).toMatchObject([{ syscall: 'chmod', count: 1 }]);
  });
});

describe('a repeated run', () => {
  const before = (): KernelRecord => {
    const story = repeat(repeat(new Story().start(100), 'read', 5), 'write', 9)
      .call(100, 'ioctl')
      .leave(100, 'write', -1);
    return story.call(100, '9999').record(100);
  };

  it('leaves out what was seen allowed and not refused, the most frequent first', () => {
    expect(narrowing(repeat(new Story().start(100), 'read', 5).call(100, 'close').record(100))).toEqual([
      'read',
      'close',
    ]);
    expect(narrowing(before())).toEqual(['read']);
  });

  it('goes on leaving out what the run before left out', () => {
    expect(narrowing({ ...before(), narrowed: ['openat'] })).toEqual(['openat', 'read']);
  });

  it('is completed by what the run before had seen', () => {
    const repeated = { ...new Story().start(100).call(100, 'close').record(100), narrowed: ['read'] };
    const both = widen(repeated, before());
    expect(used(both)).toEqual(['runtime runc execve 1', 'service service close 1', 'service service read 5']);
  });
});

describe('a record', () => {
  const FINE = { lost: 0, caughtUp: true, found: true, crowded: false };

  it('is complete when nothing was lost', () => {
    expect(completenessOf(FINE)).toEqual({ complete: true, reasons: [] });
  });

  it.each([
    [{ lost: 7 }, 'lost 7 events'],
    [{ caughtUp: false }, 'could not read all events in time'],
    [{ found: false }, "none of the recorded processes is the container's"],
    [{ found: false, crowded: true }, 'more containers were started'],
  ])('is not complete with %j', (facts, reason) => {
    const { complete, reasons } = completenessOf({ ...FINE, ...facts });
    expect(complete).toBe(false);
    expect(reasons).toEqual([expect.stringContaining(reason)]);
  });
});

it('the numbers of an ABI know every call that says who is who', () => {
  expect(Object.entries(callNumbers('x86_64').of).filter(([, number]) => number < 0)).toEqual([]);
  expect(Object.entries(callNumbers('aarch64').of).filter(([, number]) => number < 0)).toEqual([
    ['fork', -2],
    ['vfork', -2],
  ]);
});
