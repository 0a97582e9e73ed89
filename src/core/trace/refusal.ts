import type { CallNumbers } from './calls.js';
import type { CallLeft } from './event.js';
import type { RefusalAnswer } from './record.js';
import type { Thread } from './thread.js';

/** What else decides whether a return without a call is a refusal. */
export interface RefusalContext {
  readonly numbers: CallNumbers;
  /** Calls the kernel was told to leave out. */
  readonly leftOut: ReadonlySet<number>;
  /** Which stretch between losses it is. */
  readonly stretch: number;
}

/**
 * The kernel runs seccomp before the `sys_enter` tracepoint and still passes the exit path, so the return of a call that was
 * never entered is a refusal, except where the call was made otherwise. `thread` has no call under way.
 * Source: syscall_trace_enter and syscall_exit_work in kernel/entry/common.c
 */
export function isRefusal(thread: Thread, event: CallLeft, context: RefusalContext): boolean {
  if (thread.fresh && isBirth(event, context.numbers)) return false;
  if (event.call < 0) return false;
  if (thread.filters === 0) return false;
  if (thread.stretch !== context.stretch) return false;
  return !context.leftOut.has(event.call);
}

/** What the caller got to see. With SIGSYS, `survived` is not known yet and false. */
export function refusalAnswer(thread: Thread, event: CallLeft): RefusalAnswer {
  return thread.sigsys ? { kind: 'signal', survived: false } : { kind: 'errno', errno: Math.abs(event.result) };
}

/** In a new thread or process the call that made it returns 0, though the parent entered it. */
function isBirth({ call, result }: CallLeft, { of }: CallNumbers): boolean {
  return result === 0 && (call === of.clone || call === of.clone3 || call === of.fork || call === of.vfork);
}
