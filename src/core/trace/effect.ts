import type { CallNumbers } from './calls.js';
import { CLONE_NEWPID } from './descent.js';
import type { CallEntered } from './event.js';
import type { Effect, Thread } from './thread.js';

/** Source: include/uapi/linux/prctl.h and include/uapi/linux/seccomp.h */
const PR_SET_SECCOMP = 22;
const SECCOMP_MODE_FILTER = 2;
const SECCOMP_SET_MODE_FILTER = 1;
const SECCOMP_FILTER_FLAG_TSYNC = 1;
const SECCOMP_FILTER_FLAG_NEW_LISTENER = 8;

/**
 * What a call would change about who is confined and who is in which pid namespace, should it succeed. runc probes with
 * `seccomp(1, flags, NULL)`, which loads nothing.
 */
export function effectOf(event: CallEntered, { of }: CallNumbers): Effect {
  switch (event.call) {
    case of.prctl:
      return event.argument(0) === PR_SET_SECCOMP && event.argument(1) === SECCOMP_MODE_FILTER ? 'filter' : 'none';
    case of.seccomp:
      return event.argument(0) === SECCOMP_SET_MODE_FILTER && event.argument(2) !== 0 ? filterEffect(event) : 'none';
    case of.unshare:
      return (event.argument(0) & CLONE_NEWPID) !== 0 ? 'created' : 'none';
    case of.setns:
      return joinsPidNamespace(event.argument(1)) ? 'joined' : 'none';
    default:
      return 'none';
  }
}

/** The call that was under way returned `result`; true when a filter came into force. */
export function takeEffect(thread: Thread, result: number): boolean {
  const { effect } = thread;
  thread.effect = 'none';
  if (result < 0 || (result > 0 && effect !== 'listener')) return false;
  if (effect === 'created' || effect === 'joined') thread.childNamespace = effect;
  if (effect === 'filter' || effect === 'listener') thread.filters++;
  return effect === 'filter' || effect === 'listener' || effect === 'filter-all';
}

/** With a listener the result is its file descriptor. With TSYNC a positive result is the thread that could not follow. */
function filterEffect(event: CallEntered): Effect {
  const flags = event.argument(1);
  if ((flags & SECCOMP_FILTER_FLAG_TSYNC) !== 0) return 'filter-all';
  return (flags & SECCOMP_FILTER_FLAG_NEW_LISTENER) !== 0 ? 'listener' : 'filter';
}

/** crun passes 0, which takes whatever namespace the descriptor names. */
function joinsPidNamespace(type: number): boolean {
  return type === 0 || (type & CLONE_NEWPID) !== 0;
}
