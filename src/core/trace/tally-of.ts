import type { Thread } from './thread.js';

/** Counts a thread's calls where they belong: none outside of containers, nor before a filter is in force. */
export function retally(thread: Thread): void {
  const { container, running, role, program, compat } = thread.process;
  thread.tally = null;
  if (container === null || (!running && thread.filters === 0)) return;
  if (compat) container.usage.compat(program);
  else thread.tally = container.usage.tally(role === 'exec' ? 'exec' : running ? 'service' : 'runtime', program);
}

/** Whether the service itself has put a filter on top of the runtime's. */
export function hasOwnFilter({ filters, process }: Thread): boolean {
  return filters > (process.container?.filters ?? 0) && process.running;
}

/** A thread that was sent SIGSYS makes another call: it had a handler. */
export function survive({ call, tally, ownFilter }: NonNullable<Thread['trapped']>, thread: Thread): void {
  thread.trapped = null;
  const usage = thread.process.container?.usage;
  usage?.refused(tally, { call, ownFilter, answer: { kind: 'signal', survived: false } }, -1);
  usage?.refused(tally, { call, ownFilter, answer: { kind: 'signal', survived: true } });
}
