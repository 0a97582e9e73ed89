import type { CallEventForm } from './event.js';
import type { ContainerUsage, Tally } from './usage.js';

/** No call is under way. Not -1: that is a number a program may ask for. */
export const NO_CALL = -3;

/** A thread as the stream of events shows it. */
export interface Thread {
  process: Process;
  /** The call under way, by number. */
  pending: number;
  /** The call that returned last, when none was entered since. */
  leftCall: number;
  /** How the kernel told of the last of these. */
  form: CallEventForm;
  /** What the call under way does to who is who, should it succeed. */
  effect: Effect;
  /** Made just now: its first return is the one of the call that made it. */
  fresh: boolean;
  /** Just executed: its next return tells the ABI of the new image. */
  executed: boolean;
  /** Seccomp filters seen loaded on it or inherited. */
  filters: number;
  /** In which pid namespace its children will be, seen from the engine's. */
  childNamespace: 'same' | 'created' | 'joined';
  /** SIGSYS from seccomp came in the call that is about to return. */
  sigsys: boolean;
  /** The refusal by SIGSYS after which it has not been seen to go on. */
  trapped: { readonly call: number; readonly tally: Tally; readonly ownFilter: boolean } | null;
  /** Which stretch between losses its state is from. */
  stretch: number;
  /** The capability whose check is waiting for its answer. */
  asked: number | null;
  /** Capabilities refused in the call under way: whether that meant anything, its return tells. */
  withheld: readonly number[];
  /** Where its calls are counted; `null`: nowhere. */
  tally: Tally | null;
}

export type Effect = 'none' | 'filter' | 'listener' | 'filter-all' | 'created' | 'joined';

/** Threads with one memory. */
export interface Process {
  /** Base name of what it executed. Foreign text. */
  program: string;
  /** Outside of containers only: inside, nothing asks for it. */
  readonly parent: Process | null;
  /** The container it runs in. */
  container: Container | null;
  /** `exec`: put into a running container, or made by one that was. */
  role: 'init' | 'exec';
  /** The container's command has begun: before, it is the runtime. */
  running: boolean;
  /** Runs 32-bit code. */
  compat: boolean;
  /** It is on its way out. */
  ending: boolean;
  /** Threads that ended without a call while it went on. */
  vanished: number;
  /** The container below an engine's process, to find whose `exec` a process is; `several` when that cannot be told. */
  below: Container | 'several' | null;
}

/** Everything that descends from a process that was the first of its pid namespace. */
export interface Container {
  /** Host pid of its first process. */
  readonly root: number;
  rootEnded: boolean;
  /** The engine's id of it, once known. */
  id: string | null;
  /** Its user namespace, as the runtime's own checks name it. */
  userNamespace: number | null;
  /** Filters in force when its command began. */
  filters: number;
  /** Host ids of the threads that it has or had, those of processes among them, as far as they are kept. */
  readonly members: Set<number>;
  readonly usage: ContainerUsage;
}

const NONE: readonly number[] = [];

/** A thread about which nothing is known but its process. */
export function newThread(process: Process, stretch: number): Thread {
  return {
    process,
    pending: NO_CALL,
    leftCall: NO_CALL,
    form: 'raw',
    effect: 'none',
    fresh: false,
    executed: false,
    filters: 0,
    childNamespace: 'same',
    sigsys: false,
    trapped: null,
    stretch,
    asked: null,
    withheld: NONE,
    tally: null,
  };
}

/** A process with its parent's image; `null`: a process of the engine that was there before. */
export function newProcess(parent: Process | null): Process {
  return {
    program: parent?.program ?? '',
    parent: parent?.container === null ? parent : null,
    container: parent?.container ?? null,
    role: parent?.role ?? 'init',
    running: parent?.running ?? false,
    compat: parent?.compat ?? false,
    ending: false,
    vanished: 0,
    below: null,
  };
}
