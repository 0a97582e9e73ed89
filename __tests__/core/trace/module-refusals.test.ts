import { describe, expect, it } from '@jest/globals';
import type { AuditLine } from '../../../src/core/trace/audit-line.js';
import { moduleRefusals, stepAt } from '../../../src/core/trace/module-refusals.js';

const LINE: AuditLine = {
  module: 'apparmor',
  enforced: true,
  subject: 'web',
  operation: 'open',
  target: '/x',
  program: 'cat',
  pid: 7,
  time: 1000,
};

describe('the step of a message', () => {
  const steps = [
    { name: 'start', time: 0 },
    { name: 'ready', time: 100 },
    { name: 'answers', time: 200 },
  ];

  it.each([
    [0, 'start'],
    [99, 'start'],
    [100, 'ready'],
    [5000, 'answers'],
  ])('at %i is %s', (time, name) => {
    expect(stepAt(steps, time)).toBe(name);
  });
});

describe('rows', () => {
  it('count what differs in process and time alone', () => {
    const { pid, time, ...row } = LINE;
    const again = { ...LINE, pid: pid + 1, time: time + 1 };
    const audit = [LINE, again].map((line) => ({ line, step: 'answers' }));
    expect(moduleRefusals(audit)).toEqual([{ ...row, step: 'answers', count: 2 }]);
  });

  it('keep steps apart', () => {
    const audit = ['ready', 'answers'].map((step) => ({ line: LINE, step }));
    expect(moduleRefusals(audit).map(({ step, count }) => [step, count])).toEqual([
      ['ready', 1],
      ['answers', 1],
    ]);
  });
});
