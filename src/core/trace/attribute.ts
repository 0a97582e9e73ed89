import { answerCapability, askCapability, settleCapabilities } from './capability-check.js';
import { MAX_CALL, type CallNumbers } from './calls.js';
import { Descent } from './descent.js';
import { effectOf, takeEffect } from './effect.js';
import type { CallEntered, CallLeft, ProgramExecuted, TaskCreated, TraceEvent, TraceSink } from './event.js';
import { isRefusal, refusalAnswer } from './refusal.js';
import { hasOwnFilter, retally, survive } from './tally-of.js';
import { NO_CALL, type Thread } from './thread.js';
import type { Tally } from './usage.js';

/** How the recorder's own lines in the stream begin. */
export const MARKER = 'tightfit:';
/** Source: include/uapi/asm-generic/siginfo.h; 2 is user dispatch, the program's own doing. */
const SYS_SECCOMP = 1;
const X32_BIT = 0x40000000;
/** -MAX_ERRNO, include/linux/err.h: below it a return is an address. */
const LOWEST_ERROR = -4095;
/** Source: include/uapi/asm-generic/errno-base.h */
const EPERM = 1;
const EACCES = 13;
const NO_ARGUMENTS: readonly number[] = [];

/** Makes evidence of events: whose, in which phase and step, used or refused. */
export class Attribution implements TraceSink {
  readonly descent = new Descent();
  /** The text of the last marker that came by, without its beginning. */
  lastMarker = '';
  readonly #numbers: CallNumbers;
  readonly #leftOut: Set<number>;
  /** Which stretch between losses it is. */
  #stretch = 0;
  /** Until when events may be missing their other half. */
  #uncertainUntil = Number.NEGATIVE_INFINITY;
  /** The number of the step under way. */
  step = 0;

  /** @param leftOut numbers that the kernel was told to leave out */
  constructor(numbers: CallNumbers, leftOut: ReadonlySet<number>) {
    this.#numbers = numbers;
    this.#leftOut = new Set(leftOut);
  }

  accept(event: TraceEvent): void {
    switch (event.kind) {
      case 'entered':
        this.#entered(event);
        break;
      case 'left':
        this.#left(event);
        break;
      case 'capability':
        askCapability(this.#thread(event.tid), event);
        break;
      case 'capability-answer':
        answerCapability(this.#thread(event.tid), event.answer);
        break;
      case 'created':
        this.#created(event);
        break;
      case 'executed':
        this.#executed(event);
        break;
      case 'ended':
        this.#ended(event.tid);
        break;
      case 'sigsys':
        this.#thread(event.tid).sigsys = event.code === SYS_SECCOMP;
        break;
      case 'marker':
        this.#marked(event.text);
        break;
    }
  }

  /** How often events were lost. */
  get gaps(): number {
    return this.#stretch;
  }

  /** From now on the kernel may leave these calls out: a return of one without the call says nothing any more. */
  leaveOut(calls: readonly number[]): void {
    for (const call of calls) this.#leftOut.add(call);
  }

  lost(until: number): void {
    this.#uncertainUntil = Math.max(this.#uncertainUntil, until);
    this.#stretch++;
  }

  #thread(tid: number): Thread {
    return this.descent.thread(tid, this.#stretch);
  }

  #entered(event: CallEntered): void {
    const thread = this.#thread(event.tid);
    if (thread.pending === event.call && thread.form !== event.form) return;
    settleCapabilities(thread, { succeeded: false });
    thread.pending = event.call;
    thread.form = event.form;
    if (thread.stretch !== this.#stretch) this.#renew(thread, event.time);
    if (thread.trapped !== null) survive(thread.trapped, thread);
    const { tally } = thread;
    if (event.call < 0 || event.call > MAX_CALL) {
      if (tally !== null) this.#enteredOdd(thread, tally, event.call);
      return;
    }
    if (tally !== null) tally.calls[event.call] = (tally.calls[event.call] ?? 0) + 1;
    if (this.#numbers.special[event.call] === 1) this.#enteredSpecial(thread, event);
  }

  #enteredOdd({ process }: Thread, tally: Tally, call: number): void {
    if ((call & X32_BIT) !== 0 && call > 0) process.container?.usage.compat(process.program);
    else process.container?.usage.countOdd(tally, call);
  }

  #enteredSpecial(thread: Thread, event: CallEntered): void {
    const { process, tally } = thread;
    const { of, watched } = this.#numbers;
    thread.effect = effectOf(event, this.#numbers);
    if (tally !== null) {
      for (const argument of watched.get(event.call) ?? NO_ARGUMENTS) {
        process.container?.usage.fact(tally, event.call, { argument, value: event.argument(argument) });
      }
    }
    if (event.call !== of.exit && event.call !== of.exit_group) return;
    if (tally !== null && process.vanished > 0) {
      const refusal = { call: null, answer: { kind: 'thread-killed' }, ownFilter: hasOwnFilter(thread) } as const;
      process.container?.usage.refused(tally, refusal, process.vanished);
    }
    process.vanished = 0;
    process.ending ||= event.call === of.exit_group;
  }

  #left(event: CallLeft): void {
    const thread = this.#thread(event.tid);
    if (isTwin(thread, event)) return;
    const withheld = thread.withheld.length > 0;
    settleCapabilities(thread, { succeeded: event.result >= 0 || event.result < LOWEST_ERROR });
    if (thread.stretch !== this.#stretch) this.#renew(thread, event.time);
    else if (this.#isPair(thread, event)) {
      if (!withheld && isDenial(event)) this.#denied(thread, event);
      this.#completed(thread, event);
    } else this.#unpaired(thread, event);
    thread.pending = NO_CALL;
    thread.fresh = false;
    thread.sigsys = false;
  }

  /** The return of a call that the kernel began to leave out while it was under way does not come. */
  #isPair({ pending }: Thread, { call }: CallLeft): boolean {
    return pending !== NO_CALL && (pending === call || !this.#leftOut.has(pending));
  }

  #completed(thread: Thread, { call, result }: CallLeft): void {
    if (thread.effect !== 'none') {
      const everyThread = thread.effect === 'filter-all';
      if (takeEffect(thread, result)) this.#confined(thread, everyThread);
    }
    if (!thread.executed) return;
    thread.executed = false;
    thread.process.compat = this.#numbers.compatExecve.includes(call);
    retally(thread);
  }

  /** The call was made, and what refused it was neither the filter nor a capability. */
  #denied({ tally, process, pending }: Thread, { call, result }: CallLeft): void {
    if (tally === null || pending !== call || call < 0 || call > MAX_CALL) return;
    process.container?.usage.denied(tally, call, -result);
  }

  #confined(thread: Thread, everyThread: boolean): void {
    if (everyThread) {
      for (const other of this.descent.threads.values()) {
        if (other.process !== thread.process) continue;
        other.filters++;
        retally(other);
      }
    }
    retally(thread);
  }

  #unpaired(thread: Thread, event: CallLeft): void {
    const { tally, process } = thread;
    const context = { numbers: this.#numbers, leftOut: this.#leftOut, stretch: this.#stretch };
    if (tally === null || !isRefusal(thread, event, context)) return;
    const answer = refusalAnswer(thread, event);
    const ownFilter = hasOwnFilter(thread);
    process.container?.usage.refused(tally, { call: event.call, answer, ownFilter });
    if (answer.kind === 'signal') thread.trapped = { call: event.call, tally, ownFilter };
  }

  /** After a loss nothing is known of a call under way. */
  #renew(thread: Thread, time: number): void {
    if (time >= this.#uncertainUntil) thread.stretch = this.#stretch;
  }

  #created(event: TaskCreated): void {
    const parent = this.#thread(event.tid);
    const child = this.descent.created(parent, event, this.step);
    child.stretch = event.time >= this.#uncertainUntil ? this.#stretch : parent.stretch;
    retally(child);
    const { tally, process, pending } = parent;
    if (tally === null || pending !== this.#numbers.of.clone3) return;
    process.container?.usage.fact(tally, pending, { argument: 0, value: event.flags });
  }

  #executed(event: ProgramExecuted): void {
    const thread = this.descent.executed(event, this.#stretch);
    const { container, role } = thread.process;
    container?.usage.executed(role === 'exec' ? 'exec' : 'service', event.file);
    retally(thread);
  }

  #ended(tid: number): void {
    const thread = this.#thread(tid);
    settleCapabilities(thread, { succeeded: false });
    // A 32-bit image's calls have no events by name, not even the return of the execve that started it.
    if (thread.executed) thread.process.container?.usage.compat(thread.process.program);
    const vanished = thread.pending === NO_CALL && thread.trapped === null && thread.stretch === this.#stretch;
    if (vanished && thread.filters > 0 && !thread.process.ending) thread.process.vanished++;
    this.descent.ended(tid);
  }

  #marked(text: string): void {
    if (!text.startsWith(MARKER)) return;
    this.lastMarker = text.slice(MARKER.length).trim();
    if (!/^\d+$/.test(this.lastMarker)) return;
    this.step = Number(this.lastMarker);
    for (const { usage } of this.descent.containers) usage.mark(this.step);
  }
}

/** Security modules answer with one of these. */
function isDenial({ result }: CallLeft): boolean {
  return result === -EPERM || result === -EACCES;
}

/**
 * While the kernel changes from one way of telling of calls to the other it uses both: the second telling of the same return
 * is no return.
 */
function isTwin(thread: Thread, { call, form }: CallLeft): boolean {
  const twin = thread.pending === NO_CALL && thread.leftCall === call && thread.form !== form;
  thread.leftCall = twin ? NO_CALL : call;
  thread.form = form;
  return twin;
}
