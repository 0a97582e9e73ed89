import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseEventFormat } from '../../../src/core/trace/format.js';
import { eventLayout } from '../../../src/core/trace/layout.js';
import { recorded } from '../../support/trace-pages.js';

const EXEC = recorded('sched.sched_process_exec.format').toString();

describe('an event format', () => {
  it('tells where its fields are', () => {
    const format = parseEventFormat(EXEC);
    expect(format?.fields.get('filename')).toEqual({ offset: 8, size: 4, dynamic: true });
    expect(format?.fields.get('old_pid')).toEqual({ offset: 16, size: 4, dynamic: false });
    expect(format?.fields.get('common_pid')).toEqual({ offset: 4, size: 4, dynamic: false });
  });

  it('of an array names the array', () => {
    const format = parseEventFormat(recorded('raw_syscalls.sys_enter.format').toString());
    expect(format?.fields.get('args')).toEqual({ offset: 16, size: 48, dynamic: false });
  });

  it.each(['', 'name: x\nID: 5\n', 'ID: x\n\tfield:int a;\toffset:0;\tsize:4;\tsigned:1;'])('is none in %j', (text) => {
    expect(parseEventFormat(text)).toBeNull();
  });

  it('is read from any text without failing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const format = parseEventFormat(text);
        expect(format === null || format.fields.size > 0).toBe(true);
      }),
    );
  });
});

describe('the layout of an event', () => {
  it('has the offsets of what is read', () => {
    expect(eventLayout('sched/sched_process_exec', parseEventFormat(EXEC))).toMatchObject({ offsets: [8, 16] });
  });

  it.each([
    ['cannot be read', null],
    ['has no field filename', parseEventFormat(EXEC.replace('filename', 'name'))],
    ['is not aligned', parseEventFormat(EXEC.replace('offset:16', 'offset:18'))],
    ['keeps its thread id elsewhere', parseEventFormat(EXEC.replace('offset:4', 'offset:12'))],
  ])('says when the kernel %s', (reason, format) => {
    expect(eventLayout('sched/sched_process_exec', format)).toEqual(expect.stringContaining(reason));
  });
});
