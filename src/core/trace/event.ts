/**
 * One thing the kernel said, in the order it happened. An event is only good until the next one: readers reuse the object.
 * `time`: nanoseconds since recording began. `tid`: the thread that did it.
 */
export type TraceEvent =
  | CallEntered
  | CallLeft
  | TaskCreated
  | ProgramExecuted
  | TaskEnded
  | SignalRaised
  | CapabilityAsked
  | CapabilityAnswered
  | MarkerWritten;

interface Occurrence {
  readonly time: number;
  readonly tid: number;
}

/** Which of the kernel's two ways of telling of a call an event is from: one event for all, or one for each by its name. */
export type CallEventForm = 'raw' | 'named';

/** `sys_enter`: the call passed every filter. */
export interface CallEntered extends Occurrence {
  readonly kind: 'entered';
  readonly form: CallEventForm;
  readonly call: number;
  /** One of the six arguments; exact below 2^53. */
  argument(index: number): number;
}

/** `sys_exit`: the call returned, refused ones too. */
export interface CallLeft extends Occurrence {
  readonly kind: 'left';
  readonly form: CallEventForm;
  readonly call: number;
  readonly result: number;
}

/** `task/task_newtask`: a process or thread was made; unlike `sched_process_fork` it tells the clone flags. */
export interface TaskCreated extends Occurrence {
  readonly kind: 'created';
  readonly child: number;
  readonly flags: number;
}

/** `sched/sched_process_exec`: the new image is in place. */
export interface ProgramExecuted extends Occurrence {
  readonly kind: 'executed';
  /** The id this thread had before: not `tid` when another thread than the first called execve. */
  readonly formerTid: number;
  /** As given to execve. Foreign text. */
  readonly file: string;
}

/** `sched/sched_process_exit`. */
export interface TaskEnded extends Occurrence {
  readonly kind: 'ended';
}

/** `signal/signal_generate` for SIGSYS. */
export interface SignalRaised extends Occurrence {
  readonly kind: 'sigsys';
  readonly code: number;
}

/** `capability/cap_capable`: a check with its answer. */
export interface CapabilityAsked extends Occurrence {
  readonly kind: 'capability';
  readonly capability: number;
  /** Names a user namespace, good for comparing only. */
  readonly namespace: number;
  /** 0 or a negative error number; `null` when the answer comes in an event of its own. */
  readonly answer: number | null;
}

/** The return of a kprobed `cap_capable`. */
export interface CapabilityAnswered extends Occurrence {
  readonly kind: 'capability-answer';
  readonly answer: number;
}

/** A line written to `trace_marker`. */
export interface MarkerWritten extends Occurrence {
  readonly kind: 'marker';
  readonly text: string;
}

/** What a recording makes of the stream. */
export interface TraceSink {
  accept(event: TraceEvent): void;
  /** Events were lost; those before `until` (nanoseconds since recording began) may be missing their other half. */
  lost(until: number): void;
}
