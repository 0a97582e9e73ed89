import { describe, expect, it } from '@jest/globals';
import { Attribution } from '../../../src/core/trace/attribute.js';
import { callNumbers } from '../../../src/core/trace/calls.js';
import { rowsOf } from '../../../src/core/trace/container-rows.js';
import type { RefusalAnswer } from '../../../src/core/trace/record.js';
import type { UsageRows } from '../../../src/core/trace/usage-rows.js';
import { nameOf, refused, Story, used } from '../../support/trace-story.js';
import { fragment } from '../../support/trace-text.js';

const EPERM: RefusalAnswer = { kind: 'errno', errno: 1 };
const ENOSYS: RefusalAnswer = { kind: 'errno', errno: 38 };
const DIED: RefusalAnswer = { kind: 'signal', survived: false };
const SURVIVED: RefusalAnswer = { kind: 'signal', survived: true };

/** What the kernel printed while `lab.c` played a scenario, attributed. */
function rowsOfFragment(name: string): UsageRows | null {
  const { accept, descent } = attribution();
  for (const event of fragment(name)) accept(event);
  return rowsOf({ container: null, pid: descent.containers[0]?.root ?? 0 }, descent.containers);
}

function attribution(): { readonly accept: Attribution['accept']; readonly descent: Attribution['descent'] } {
  const made = new Attribution(callNumbers('x86_64'), new Set());
  return {
    accept: (event) => {
      made.accept(event);
    },
    descent: made.descent,
  };
}

function refusals(name: string): readonly unknown[] {
  return (rowsOfFragment(name)?.refusals ?? []).map(({ call, answer, count, ownFilter }) => {
    return [call === null ? null : nameOf(call), answer, count, ...(ownFilter ? ['own filter'] : [])];
  });
}

function usedCalls(name: string): readonly string[] {
  return (rowsOfFragment(name)?.calls ?? []).map(({ call }) => nameOf(call));
}

describe('a return without a call is a refusal', () => {
  it.each<[string, readonly unknown[]]>([
    ['errno', ['chmod', EPERM, 1]],
    ['errno-0', ['chmod', { kind: 'errno', errno: 0 }, 1]],
    ['seccomp-call', ['chmod', EPERM, 1]],
    ['trace-without-tracer', ['chmod', ENOSYS, 1]],
    ['thread', ['chmod', EPERM, 2]],
    ['fork', ['chmod', EPERM, 2]],
    ['clone3-refused', ['clone3', ENOSYS, 1]],
  ])('with an error number: %s', (name, expected) => {
    expect(refusals(name)).toEqual([expected]);
  });

  it.each<[string, RefusalAnswer]>([
    ['trap', DIED],
    ['trap-handled', SURVIVED],
    ['kill', DIED],
    ['kill-process', DIED],
    ['kill-threads', DIED],
  ])('with SIGSYS: %s', (name, answer) => {
    expect(refusals(name)).toEqual([['chmod', answer, 1]]);
  });

  it('of a call that the kernel restarts', () => {
    expect(refusals('restart-refused')).toEqual([['restart_syscall', EPERM, 1]]);
  });

  it.each(['own-filter', 'own-filter-all-threads'])('and may be the own doing of a service: %s', (name) => {
    expect(refusals(name)).toEqual([['chmod', EPERM, 1, 'own filter']]);
  });
});

it('a thread that ends without a call, while its process goes on, was killed', () => {
  expect(refusals('kill-one-thread')).toEqual([[null, { kind: 'thread-killed' }, 1]]);
});

/** Each plays something that looks like a refusal, and at the end has one `chmod` refused, to show that it would be seen. */
describe('a return without a call is no refusal', () => {
  it.each<[string, readonly string[]]>([
    ['exit-with-threads', ['clone3']],
    ['sigreturn', ['rt_sigreturn']],
    ['interrupted', ['pause', 'rt_sigreturn']],
    ['restarted', ['read', 'rt_sigreturn']],
    ['killed-in-call', ['pause']],
    ['user-dispatch', ['prctl']],
    ['probe', ['seccomp']],
  ])('%s', (name, made) => {
    expect(refusals(name)).toEqual([['chmod', EPERM, 1]]);
    expect(usedCalls(name)).toEqual(expect.arrayContaining([...made]));
  });

  it('in the child of vfork', () => {
    expect(refusals('vfork')).toEqual([['chmod', EPERM, 1]]);
    expect(usedCalls('vfork')).toContain('vfork');
  });

  it('when another thread than the first executes a program', () => {
    expect(refusals('execute-in-thread')).toEqual([]);
    expect(usedCalls('execute-in-thread')).toContain('execve');
  });

  it('when execveat returns as execve', () => {
    expect(refusals('execveat')).toEqual([]);
    expect(usedCalls('execveat')).toContain('execveat');
  });

  it('when the kernel restarts a call, which it enters again', () => {
    expect(refusals('restart-block')).toEqual([['chmod', EPERM, 1]]);
    expect(usedCalls('restart-block')).toContain('restart_syscall');
  });

  it('when the call was logged and let through', () => {
    expect(refusals('logged')).toEqual([]);
    expect(usedCalls('logged')).toContain('chmod');
  });

  it('of a number that is no call', () => {
    expect(refusals('odd-numbers')).toEqual([]);
    expect(usedCalls('odd-numbers')).toContain('9999');
  });

  it('where no filter is in force', () => {
    expect(refusals('unconfined')).toEqual([]);
    expect(usedCalls('unconfined')).toContain('chmod');
  });

  it('in a call under way when recording began', () => {
    const story = new Story().leave(30, 'read', -1).start(100);
    expect(refused(story.record(100))).toEqual([]);
  });

  it('when the kernel leaves the call out', () => {
    const story = new Story(['read']).start(100).leave(100, 'read', -1).leave(100, 'write', -1);
    expect(refused(story.record(100))).toEqual(['service service write 1']);
  });

  it('when the call may have been lost, until the thread is seen again', () => {
    const story = new Story().start(100).lose();
    story.leave(100, 'read', -1).leave(100, 'chmod', -1);
    expect(refused(story.record(100))).toEqual(['service service chmod 1']);
  });
});

it('a 32-bit image is marked and its numbers are not translated', () => {
  const rows = rowsOfFragment('execute-32-bit');
  expect(rows?.compat).toEqual(['lab32']);
  expect(rows?.calls.filter(({ program }) => program === 'lab32')).toEqual([]);
  expect(rows?.refusals).toEqual([]);
});

it('a tracer that answers for the kernel is a blind spot', () => {
  const story = new Story().start(100).call(100, 'ptrace', { values: [31, 200] });
  expect(story.record(100).blindSpots).toEqual([{ kind: 'emulation', programs: ['service'] }]);
  expect(used(story.record(100))).toContain('service service ptrace 1');
});
