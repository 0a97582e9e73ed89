import { findSyscall } from '../../src/core/seccomp/syscalls.js';
import { Attribution, MARKER } from '../../src/core/trace/attribute.js';
import { callNames, callNumbers } from '../../src/core/trace/calls.js';
import { NO_ROWS, rowsOf } from '../../src/core/trace/container-rows.js';
import { CLONE_NEWPID, CLONE_THREAD } from '../../src/core/trace/descent.js';
import type { CallEventForm } from '../../src/core/trace/event.js';
import { kernelRecord } from '../../src/core/trace/kernel-record.js';
import type { KernelRecord } from '../../src/core/trace/record.js';

const ENGINE = 10;
export const SHIM = 20;

/** Tells an attribution what threads do, in the words of x86_64. */
export class Story {
  readonly attribution: Attribution;
  #time = 0;
  #form: CallEventForm = 'raw';

  constructor(leftOut: readonly string[] = []) {
    this.attribution = new Attribution(callNumbers('x86_64'), new Set(leftOut.map(numberOf)));
  }

  /** A call with its return. */
  call(
    tid: number,
    name: string,
    { values = [], result = 0 }: { values?: readonly number[]; result?: number } = {},
  ): this {
    return this.enter(tid, name, values).leave(tid, name, result);
  }

  enter(tid: number, name: string, values: readonly number[] = []): this {
    const argument = (index: number): number => values[index] ?? 0;
    this.attribution.accept({ kind: 'entered', form: this.#form, ...this.#at(tid), call: numberOf(name), argument });
    return this;
  }

  leave(tid: number, name: string, result = 0): this {
    this.attribution.accept({ kind: 'left', form: this.#form, ...this.#at(tid), call: numberOf(name), result });
    return this;
  }

  /** How the kernel tells of calls from here on. */
  as(form: CallEventForm): this {
    this.#form = form;
    return this;
  }

  fork(tid: number, child: number, flags = 0): this {
    this.enter(tid, 'clone', [flags]);
    this.attribution.accept({ kind: 'created', ...this.#at(tid), child, flags });
    return this.leave(tid, 'clone', child).leave(child, 'clone', 0);
  }

  thread(tid: number, child: number): this {
    return this.fork(tid, child, CLONE_THREAD);
  }

  execute(tid: number, file: string): this {
    this.enter(tid, 'execve');
    this.attribution.accept({ kind: 'executed', ...this.#at(tid), formerTid: tid, file });
    return this.leave(tid, 'execve');
  }

  end(tid: number): this {
    this.attribution.accept({ kind: 'ended', ...this.#at(tid) });
    return this;
  }

  capability(
    tid: number,
    capability: number,
    { namespace = 1, answer = 0 }: { namespace?: number; answer?: number | null } = {},
  ): this {
    this.attribution.accept({ kind: 'capability', ...this.#at(tid), capability, namespace, answer });
    return this;
  }

  mark(step: number): this {
    this.attribution.accept({ kind: 'marker', ...this.#at(1), text: `${MARKER}${step}\n` });
    return this;
  }

  /** Everything until now may be missing its other half. */
  lose(): this {
    this.attribution.lost(this.#time + 1);
    return this;
  }

  /** A container begins as runc makes one: its first process and the filter, then the command. */
  start(init: number, { shim = SHIM, filter = true, command = '/bin/service' } = {}): this {
    this.fork(ENGINE, shim).execute(shim, '/usr/bin/containerd-shim-runc-v2');
    this.fork(shim, init + 1)
      .execute(init + 1, '/usr/sbin/runc')
      .call(init + 1, 'unshare', { values: [CLONE_NEWPID] });
    this.fork(init + 1, init);
    if (filter) this.call(init, 'prctl', { values: [22, 2, 0x1000] });
    return this.execute(init, command);
  }

  /** `exec` into the container of a shim, as runc does it. */
  exec(pid: number, { shim = SHIM, command = '/bin/probe' } = {}): this {
    this.fork(shim, pid + 1)
      .execute(pid + 1, '/usr/sbin/runc')
      .call(pid + 1, 'setns', { values: [3, CLONE_NEWPID] });
    return this.fork(pid + 1, pid)
      .call(pid, 'prctl', { values: [22, 2, 0x1000] })
      .execute(pid, command);
  }

  /** The record of the container with this first process. Steps are named by their numbers. */
  record(init: number): KernelRecord {
    const rows = rowsOf({ container: null, pid: init }, this.attribution.descent.containers) ?? NO_ROWS;
    return kernelRecord(rows, {
      abi: 'x86_64',
      steps: ['0', '1', '2', '3'],
      capabilitySource: 'tracepoint',
      completeness: { complete: true, reasons: [] },
      narrowed: [],
      thinned: [],
      audit: null,
    });
  }

  #at(tid: number): { readonly time: number; readonly tid: number } {
    return { time: ++this.#time, tid };
  }
}

/** `phase program syscall count` of every call used. */
export function used({ used: rows }: KernelRecord): readonly string[] {
  return rows.map(({ phase, program, syscall, count }) => `${phase} ${program} ${syscall} ${count}`);
}

/** `phase program syscall errno` of every call answered with an error number. */
export function refused({ refused: rows }: KernelRecord): readonly string[] {
  return rows.map(({ phase, program, syscall, answer }) => {
    return `${phase} ${program} ${syscall ?? '?'} ${answer.kind === 'errno' ? answer.errno : answer.kind}`;
  });
}

/** The name of a number, the number itself when it has none. */
export function nameOf(call: number): string {
  return callNames('x86_64').get(call) ?? String(call);
}

function numberOf(name: string): number {
  const number = findSyscall('x86_64', name)?.number ?? Number(name);
  if (Number.isNaN(number)) throw new TypeError(`no syscall: ${name}`);
  return number;
}
