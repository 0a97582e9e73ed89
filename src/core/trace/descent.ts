import type { ProgramExecuted, TaskCreated } from './event.js';
import { programName } from './program.js';
import { newProcess, newThread, type Container, type Process, type Thread } from './thread.js';
import { ContainerUsage } from './usage.js';

/** Source: include/uapi/linux/sched.h */
export const CLONE_THREAD = 0x00010000;
export const CLONE_NEWPID = 0x20000000;

/** Containers kept; an engine that starts more during one exercise is not one to record on. */
const MAX_CONTAINERS = 512;
/** Threads of a container whose ids are kept, the latest. */
const MAX_MEMBERS = 4096;

/**
 * Who descends from whom, from the engine's processes down. A container is the descent of a process that is the first of a new
 * pid namespace; a process made by one that joined a pid namespace was put there by `exec` or a health check.
 */
export class Descent {
  readonly threads = new Map<number, Thread>();
  readonly containers: Container[] = [];
  /** More containers began than are kept. */
  overflowed = false;

  /** The thread of this id; one that was there before is a process of the engine. */
  thread(tid: number, stretch: number): Thread {
    const found = this.threads.get(tid);
    if (found !== undefined) return found;
    const stranger = newThread(newProcess(null), stretch);
    this.threads.set(tid, stranger);
    return stranger;
  }

  /** `step`: the one under way, for a container that begins. */
  created(parent: Thread, event: TaskCreated, step: number): Thread {
    const sameProcess = hasBit(event.flags, CLONE_THREAD);
    const process = sameProcess ? parent.process : newProcess(parent.process);
    const child = newThread(process, parent.stretch);
    child.fresh = true;
    child.filters = parent.filters;
    this.threads.set(event.child, child);
    if (!sameProcess && process.container === null) this.#enterContainer(parent, event, { process, step });
    if (process.container !== null) remember(process.container, event.child);
    return child;
  }

  /** The image is replaced; a thread that is not the first takes the first's id, and all others are gone. */
  executed(event: ProgramExecuted, stretch: number): Thread {
    const thread = this.thread(event.formerTid, stretch);
    if (event.formerTid !== event.tid) {
      this.threads.delete(event.formerTid);
      this.threads.set(event.tid, thread);
    }
    const { process } = thread;
    process.program = programName(event.file) ?? process.program;
    process.vanished = 0;
    thread.executed = true;
    if (process.container !== null && !process.running) {
      process.running = true;
      if (process.role === 'init') process.container.filters = thread.filters;
    }
    return thread;
  }

  ended(tid: number): void {
    this.threads.delete(tid);
    for (const container of this.containers) if (container.root === tid) container.rootEnded = true;
  }

  #enterContainer(
    parent: Thread,
    event: TaskCreated,
    { process, step }: { readonly process: Process; readonly step: number },
  ): void {
    if (parent.childNamespace === 'joined') {
      process.container = containerBelow(parent.process);
      process.role = 'exec';
    } else if (parent.childNamespace === 'created' || hasBit(event.flags, CLONE_NEWPID)) {
      process.container = this.#begin(event.child, parent.process, step);
    }
  }

  #begin(root: number, parent: Process, step: number): Container | null {
    if (this.containers.length >= MAX_CONTAINERS) {
      this.overflowed = true;
      return null;
    }
    const usage = new ContainerUsage(step);
    const container = {
      root,
      rootEnded: false,
      id: null,
      userNamespace: null,
      filters: 0,
      members: new Set<number>(),
      usage,
    };
    this.containers.push(container);
    for (let above: Process | null = parent; above !== null; above = above.parent) {
      if (above.parent !== null) above.below = above.below === null ? container : 'several';
    }
    return container;
  }
}

function remember({ members }: Container, tid: number): void {
  members.delete(tid);
  members.add(tid);
  const [oldest] = members;
  if (members.size > MAX_MEMBERS && oldest !== undefined) members.delete(oldest);
}

/** The container of the nearest ancestor that has exactly one below it: the shim's. */
function containerBelow(process: Process): Container | null {
  for (let above: Process | null = process; above !== null; above = above.parent) {
    if (above.below === 'several') return null;
    if (above.below !== null) return above.below;
  }
  return null;
}

/** Flags are 64 bits wide; those that matter are in the lower half. */
function hasBit(flags: number, bit: number): boolean {
  return ((flags % 4294967296) & bit) !== 0;
}
