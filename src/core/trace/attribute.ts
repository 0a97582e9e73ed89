import { MAX_CALL, type CallNumbers } from './calls.js';
import { Descent } from './descent.js';
import { effectOf, takeEffect } from './effect.js';
import type {
  CallEntered,
  CallLeft,
  CapabilityAsked,
  ProgramExecuted,
  TaskCreated,
  TraceEvent,
  TraceSink,
} from './event.js';
import { isRefusal, refusalAnswer } from './refusal.js';
import { NO_CALL, type Thread } from './thread.js';
import type { Tally } from './usage.js';

/** How the recorder's own lines in the stream begin. */
export const MARKER = 'tightfit:';

/** Source: include/uapi/asm-generic/siginfo.h; 2 is user dispatch, the program's own doing. */
const SYS_SECCOMP = 1;
const X32_BIT = 0x40000000;
/** SETGID, SETUID, SETPCAP: what every runtime asks of the container's own user namespace. */
const RUNTIME_CHECKS: readonly number[] = [6, 7, 8];

/** Makes evidence of events: whose, in which phase and step, used or refused. */
export class Attribution implements TraceSink {
  readonly descent = new Descent();
  /** The text of the last marker that came by, without its beginning. */
  lastMarker = '';
  readonly #numbers: CallNumbers;
  readonly #leftOut: ReadonlySet<number>;
  /** Which stretch between losses it is. */
  #stretch = 0;
  /** Until when events may be missing their other half. */
  #uncertainUntil = Number.NEGATIVE_INFINITY;
  #step = 0;

  /** @param leftOut numbers that the kernel was told to leave out */
  constructor(numbers: CallNumbers, leftOut: ReadonlySet<number>) {
    this.#numbers = numbers;
    this.#leftOut = leftOut;
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
        this.#asked(event);
        break;
      case 'capability-answer':
        this.#answered(event.tid, event.answer);
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

  lost(until: number): void {
    this.#uncertainUntil = Math.max(this.#uncertainUntil, until);
    this.#stretch++;
  }

  #thread(tid: number): Thread {
    return this.descent.thread(tid, this.#stretch);
  }

  #entered(event: CallEntered): void {
    const thread = this.#thread(event.tid);
    thread.pending = event.call;
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
    const { of, tellingArgument } = this.#numbers;
    thread.effect = effectOf(event, this.#numbers);
    const argument = tellingArgument.get(event.call);
    if (tally !== null && argument !== undefined) {
      process.container?.usage.fact(tally, event.call, { argument, value: event.argument(argument) });
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
    if (thread.stretch !== this.#stretch) this.#renew(thread, event.time);
    else if (thread.pending !== NO_CALL) this.#completed(thread, event);
    else this.#unpaired(thread, event);
    thread.pending = NO_CALL;
    thread.fresh = false;
    thread.sigsys = false;
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
    const child = this.descent.created(parent, event, this.#step);
    child.stretch = event.time >= this.#uncertainUntil ? this.#stretch : parent.stretch;
    retally(child);
    const { tally, process, pending } = parent;
    if (tally === null || pending !== this.#numbers.of.clone3) return;
    process.container?.usage.fact(tally, pending, { argument: 0, value: event.flags });
  }

  #executed(event: ProgramExecuted): void {
    retally(this.descent.executed(event, this.#stretch));
  }

  #ended(tid: number): void {
    const thread = this.#thread(tid);
    const vanished = thread.pending === NO_CALL && thread.trapped === null && thread.stretch === this.#stretch;
    if (vanished && thread.filters > 0 && !thread.process.ending) thread.process.vanished++;
    this.descent.ended(tid);
  }

  #asked({ tid, capability, namespace, answer }: CapabilityAsked): void {
    const thread = this.#thread(tid);
    const { container, running, role } = thread.process;
    if (container === null) return;
    if (!running) {
      if (role === 'init' && RUNTIME_CHECKS.includes(capability)) container.userNamespace = namespace;
      return;
    }
    if (container.userNamespace !== null && container.userNamespace !== namespace) thread.asked = null;
    else thread.asked = capability;
    if (answer !== null) this.#answered(tid, answer);
  }

  #answered(tid: number, answer: number): void {
    const thread = this.#thread(tid);
    const { asked, tally } = thread;
    thread.asked = null;
    if (asked === null || tally === null) return;
    const index = asked * 2 + (answer === 0 ? 0 : 1);
    tally.capabilities[index] = (tally.capabilities[index] ?? 0) + 1;
  }

  #marked(text: string): void {
    if (!text.startsWith(MARKER)) return;
    this.lastMarker = text.slice(MARKER.length).trim();
    if (!/^\d+$/.test(this.lastMarker)) return;
    this.#step = Number(this.lastMarker);
    for (const { usage } of this.descent.containers) usage.mark(this.#step);
  }
}

/** Counts a thread's calls where they belong: none outside of containers, nor before a filter is in force. */
function retally(thread: Thread): void {
  const { container, running, role, program, compat } = thread.process;
  thread.tally = null;
  if (container === null || (!running && thread.filters === 0)) return;
  if (compat) container.usage.compat(program);
  else thread.tally = container.usage.tally(role === 'exec' ? 'exec' : running ? 'service' : 'runtime', program);
}

function hasOwnFilter({ filters, process }: Thread): boolean {
  return filters > (process.container?.filters ?? 0) && process.running;
}

/** A thread that was sent SIGSYS makes another call: it had a handler. */
function survive({ call, tally, ownFilter }: NonNullable<Thread['trapped']>, thread: Thread): void {
  thread.trapped = null;
  const usage = thread.process.container?.usage;
  usage?.refused(tally, { call, ownFilter, answer: { kind: 'signal', survived: false } }, -1);
  usage?.refused(tally, { call, ownFilter, answer: { kind: 'signal', survived: true } });
}
