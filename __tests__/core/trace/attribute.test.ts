import { describe, expect, it } from '@jest/globals';
import { CLONE_NEWPID } from '../../../src/core/trace/descent.js';
import { exercisedCapabilities } from '../../../src/core/trace/exercised.js';
import { SHIM, Story, refused, used } from '../../support/trace-story.js';

describe('whose need a call is', () => {
  it("the runtime's, from the filter to the command; the service's from then on", () => {
    const story = new Story().start(100).call(100, 'read');
    expect(used(story.record(100))).toEqual(['runtime runc execve 1', 'service service read 1']);
  });

  it("nobody's before the filter is in force", () => {
    const story = new Story().start(100, { filter: false }).call(100, 'read');
    expect(used(story.record(100))).toEqual(['service service read 1']);
  });

  it('probes for seccomp put nothing in force', () => {
    const story = new Story()
      .fork(SHIM, 101)
      .call(101, 'unshare', { values: [CLONE_NEWPID] })
      .fork(101, 100);
    story
      .call(100, 'seccomp', { values: [1, 1, 0], result: -14 })
      .call(100, 'prctl', { values: [22, 2, 1], result: -22 });
    story.call(100, 'getpid').execute(100, '/bin/service');
    expect(used(story.record(100))).toEqual([]);
  });

  it('a filter loaded with a listener is in force, whatever its descriptor', () => {
    const story = new Story().fork(SHIM, 101).fork(101, 100, CLONE_NEWPID);
    story.call(100, 'seccomp', { values: [1, 8, 0x1000], result: 5 }).call(100, 'getpid');
    expect(used(story.record(100))).toEqual([' getpid'].map((call) => `runtime ${call} 1`));
  });

  it("the tester's in a process that exec put there", () => {
    const story = new Story().start(100).exec(200).call(200, 'chmod').fork(200, 202).leave(202, 'kill', -1);
    expect(used(story.record(100))).toEqual([
      'runtime runc execve 1',
      'exec runc execve 1',
      'exec probe clone 1',
      'exec probe chmod 1',
    ]);
    expect(refused(story.record(100))).toEqual(['exec probe kill 1']);
  });

  it('of the container whose shim started it', () => {
    const story = new Story().start(100).start(300, { shim: 40 }).exec(200).call(200, 'chmod').call(300, 'read');
    expect(used(story.record(300))).toEqual(['runtime runc execve 1', 'service service read 1']);
    expect(used(story.record(100))).toContain('exec probe chmod 1');
  });

  it('nobody knows whose when a shim serves two containers', () => {
    const story = new Story()
      .start(100)
      .fork(SHIM, 401)
      .call(401, 'unshare', { values: [CLONE_NEWPID] })
      .fork(401, 400);
    story.exec(200).call(200, 'chmod');
    expect(used(story.record(100))).not.toContain('exec probe chmod 1');
    expect(used(story.record(400))).toEqual([]);
  });

  it('includes what its children, threads and programs do, and names the program', () => {
    const story = new Story().start(100).fork(100, 110).thread(110, 111).call(111, 'read').execute(110, '/bin/other');
    story.call(110, 'write');
    expect(used(story.record(100))).toEqual([
      'runtime runc execve 1',
      'service service read 1',
      'service service clone 2',
      'service service execve 1',
      'service other write 1',
    ]);
  });

  it('stays with the container when it makes a pid namespace of its own', () => {
    const story = new Story()
      .start(100)
      .call(100, 'unshare', { values: [CLONE_NEWPID] })
      .fork(100, 110)
      .call(110, 'read');
    expect(used(story.record(100))).toContain('service service read 1');
    expect(story.attribution.descent.containers).toHaveLength(1);
  });
});

describe('the programs of a container', () => {
  it.each([
    ['/usr/sbin/nginx', 'nginx'],
    ['./run', 'run'],
    ['/proc/self/exe', 'service'],
    ['/dev/fd/6', 'service'],
    ['/tmp/a\u001b[31mb c', 'a?[31mb?c'],
    ['/', 'service'],
    [`/bin/${'x'.repeat(100)}`, 'x'.repeat(64)],
  ])('%j is called %s', (file, name) => {
    const story = new Story().start(100).execute(100, file).call(100, 'read');
    expect(used(story.record(100))).toContain(`service ${name} read 1`);
  });

  it('are counted under one name when they are too many', () => {
    const story = new Story().start(100);
    for (let index = 0; index < 200; index++) story.execute(100, `/bin/p${index}`).call(100, 'read');
    const others = story.record(100).used.filter(({ program }) => program === '(other programs)');
    expect(others.map(({ syscall }) => syscall)).toEqual(['read', 'execve']);
    expect(new Set(story.record(100).used.map(({ program }) => program)).size).toBeLessThan(70);
  });
});

describe('steps', () => {
  it('tell when a call was first and last made', () => {
    const story = new Story()
      .start(100)
      .mark(1)
      .call(100, 'read')
      .mark(2)
      .mark(3)
      .call(100, 'read')
      .leave(100, 'chmod', -1);
    const [read] = story.record(100).used.filter(({ syscall }) => syscall === 'read');
    expect(read).toMatchObject({ count: 2, firstStep: '1', lastStep: '3' });
    expect(story.record(100).refused).toMatchObject([{ syscall: 'chmod', firstStep: '3', lastStep: '3' }]);
  });

  it('begin with the marker and not with other text', () => {
    const story = new Story().start(100);
    story.attribution.accept({ kind: 'marker', time: 0, tid: 1, text: 'someone else 7' });
    expect(
      story
        .call(100, 'read')
        .record(100)
        .used.map(({ firstStep }) => firstStep),
    ).toEqual(['0', '0']);
  });
});

describe('arguments that are the permission', () => {
  it('are kept by value', () => {
    const story = new Story().start(100);
    for (const domain of [1, 2, 2]) story.call(100, 'socket', { values: [domain, 1, 0] });
    story.call(100, 'ioctl', { values: [1, 0x5401] });
    expect(story.record(100).facts).toEqual([
      {
        syscall: 'socket',
        phase: 'service',
        argument: 0,
        values: [
          { value: 1, count: 1 },
          { value: 2, count: 2 },
        ],
        complete: true,
      },
      { syscall: 'ioctl', phase: 'service', argument: 1, values: [{ value: 0x5401, count: 1 }], complete: true },
    ]);
  });

  it('of clone3 come from the task that was made', () => {
    const story = new Story().start(100).enter(100, 'clone3');
    story.attribution.accept({ kind: 'created', time: 0, tid: 100, child: 110, flags: 0x10000000 });
    const facts = story.record(100).facts.filter(({ syscall }) => syscall === 'clone3');
    expect(facts).toMatchObject([{ argument: 0, values: [{ value: 0x10000000, count: 1 }] }]);
  });

  it('say so when there are too many to keep', () => {
    const story = new Story().start(100);
    for (let request = 0; request < 1000; request++) story.call(100, 'ioctl', { values: [1, request] });
    const [ioctl] = story.record(100).facts;
    expect(ioctl?.complete).toBe(false);
    expect(ioctl?.values).toHaveLength(256);
  });
});

describe('capability checks', () => {
  const CHOWN = 0;
  const DAC_OVERRIDE = 1;
  const FSETID = 4;
  const SETUID = 7;
  const SYS_ADMIN = 21;
  const NET_ADMIN = 12;
  const capabilities = (story: Story): readonly string[] =>
    story
      .record(100)
      .capabilities.map(({ phase, capability, outcome, count }) => `${phase} ${capability} ${outcome} ${count}`);

  it("are the service's, with their answer", () => {
    const story = new Story().start(100).capability(100, CHOWN).capability(100, NET_ADMIN, { answer: -1 });
    expect(capabilities(story)).toEqual(['service CHOWN granted 1', 'service NET_ADMIN refused 1']);
  });

  it("are not counted for the runtime, outside, or in another user namespace than the runtime's own", () => {
    const story = new Story().fork(10, SHIM).capability(SHIM, CHOWN).fork(SHIM, 101).fork(101, 100, CLONE_NEWPID);
    story.call(100, 'prctl', { values: [22, 2, 1] }).capability(100, SETUID, { namespace: 7 });
    story
      .execute(100, '/bin/service')
      .capability(100, CHOWN, { namespace: 7 })
      .capability(100, CHOWN, { namespace: 8 });
    expect(capabilities(story)).toEqual(['service CHOWN granted 1']);
  });

  it('wait for an answer that comes apart', () => {
    const story = new Story().start(100).capability(100, CHOWN, { answer: null });
    expect(capabilities(story)).toEqual([]);
    story.attribution.accept({ kind: 'capability-answer', time: 0, tid: 100, answer: -1 });
    story.attribution.accept({ kind: 'capability-answer', time: 0, tid: 100, answer: -1 });
    expect(capabilities(story)).toEqual(['service CHOWN refused 1']);
  });

  it('that are refused count when their call fails, and were just in case when it succeeds', () => {
    const story = new Story().start(100).enter(100, 'mmap').capability(100, SYS_ADMIN, { answer: -1 });
    story.leave(100, 'mmap', 0x7f00_0000_0000);
    story.enter(100, 'openat').capability(100, DAC_OVERRIDE, { answer: -1 }).leave(100, 'openat', 3);
    expect(capabilities(story)).toEqual([]);
    story.enter(100, 'openat').capability(100, DAC_OVERRIDE, { answer: -1 }).leave(100, 'openat', -13);
    expect(capabilities(story)).toEqual(['service DAC_OVERRIDE refused 1']);
  });

  it('that are refused in a call that never returns count', () => {
    const story = new Story().start(100).enter(100, 'openat').capability(100, DAC_OVERRIDE, { answer: -1 }).end(100);
    expect(capabilities(story)).toEqual(['service DAC_OVERRIDE refused 1']);
  });

  it('of SYS_ADMIN outside of calls are for a reserve of memory, and FSETID is refused without an error', () => {
    const story = new Story().start(100).capability(100, SYS_ADMIN, { answer: -1 });
    story.enter(100, 'fchmod').capability(100, FSETID, { answer: -1 }).leave(100, 'fchmod');
    expect(capabilities(story)).toEqual(['service FSETID refused 1']);
  });

  it('that succeed without the capability were made with other credentials', () => {
    const story = new Story().start(100).capability(100, CHOWN).capability(100, NET_ADMIN);
    story.capability(100, SETUID, { answer: -1 }).exec(200).capability(200, CHOWN);
    const exercised = exercisedCapabilities(story.record(100), new Set(['CHOWN'])).map(({ capability }) => capability);
    expect(exercised).toEqual(['CHOWN', 'SETUID']);
  });
});

describe('what is kept does not grow', () => {
  it('with the containers of others', () => {
    const story = new Story();
    for (let index = 0; index < 600; index++) story.start(1000 + 10 * index, { shim: 1005 + 10 * index });
    expect(story.attribution.descent.containers).toHaveLength(512);
    expect(story.attribution.descent.overflowed).toBe(true);
  });

  it('with processes that are gone', () => {
    const story = new Story().start(100);
    for (let index = 0; index < 1000; index++) story.fork(100, 5000 + index).end(5000 + index);
    expect(story.attribution.descent.threads.size).toBeLessThan(10);
  });

  it('with numbers that are no calls', () => {
    const story = new Story().start(100);
    for (let number = 600; number < 2000; number++)
      story.call(100, String(number)).leave(100, String(number + 5000), -1);
    expect(story.record(100).used.length + story.record(100).refused.length).toBeLessThan(70);
  });
});

it('x32 calls are named as a blind spot and not translated', () => {
  const story = new Story().start(100).call(100, String(0x40000000 + 1));
  expect(story.record(100).blindSpots).toEqual([{ kind: 'compat', programs: ['service'] }]);
  expect(used(story.record(100))).toEqual(['runtime runc execve 1']);
});

it('io_uring is named as a blind spot', () => {
  const story = new Story().start(100).call(100, 'io_uring_setup', { result: 3 });
  expect(story.record(100).blindSpots).toEqual([{ kind: 'io_uring', programs: ['service'] }]);
});
