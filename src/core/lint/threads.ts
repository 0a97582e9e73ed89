import { findRefusal } from './refusal.js';
import type { ResolvedProfile } from './rule.js';

/**
 * What glibc gives clone to start a thread: CLONE_VM, FS, FILES, SIGHAND, THREAD, SYSVSEM, SETTLS, PARENT_SETTID and
 * CHILD_CLEARTID.
 * Source: https://sourceware.org/git/?p=glibc.git;a=blob;f=sysdeps/unix/sysv/linux/createthread.c;hb=glibc-2.33
 */
const THREAD_FLAGS = 0x3d0f00n;

/** Whether a program can start a thread in one way or the other. */
export function letsThreadsStart(confined: ResolvedProfile): boolean {
  return letsCloneThrough(confined) || findRefusal(confined, 'clone3') === null;
}

/** Whether clone starts a thread. */
export function letsCloneThrough(confined: ResolvedProfile): boolean {
  return findRefusal(confined, 'clone', [THREAD_FLAGS]) === null;
}
