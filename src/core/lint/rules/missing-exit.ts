import { findRefusal } from '../refusal.js';
import type { LintContext, LintRule, Observation, ResolvedProfile } from '../rule.js';
import { letsThreadsStart } from '../threads.js';

export const MISSING_EXIT: LintRule = { id: 'missing-exit', check: missingExit };

function missingExit({ confined }: LintContext): readonly Observation[] {
  if (confined === null || findRefusal(confined, 'execve') !== null) return [];
  return [...observeProcessEnd(confined), ...observeThreadEnd(confined)];
}

/** Source: https://sourceware.org/git/?p=glibc.git;a=blob;f=sysdeps/unix/sysv/linux/_exit.c;hb=glibc-2.40 */
function observeProcessEnd(confined: ResolvedProfile): readonly Observation[] {
  const refusal = findRefusal(confined, 'exit_group');
  if (refusal === null) return [];
  return [
    {
      message: `exit_group is ${refusal.words}: a program that wants to end crashes or hangs instead, and its exit code is lost`,
      advice: 'Allow exit_group.',
      location: refusal.location,
      grants: ['exit_group'],
    },
  ];
}

/** Source: https://sourceware.org/git/?p=glibc.git;a=blob;f=nptl/pthread_create.c;hb=glibc-2.40 (start_thread) */
function observeThreadEnd(confined: ResolvedProfile): readonly Observation[] {
  const refusal = findRefusal(confined, 'exit');
  if (refusal === null || !letsThreadsStart(confined)) return [];
  return [
    {
      severity: 'note',
      message: `exit is ${refusal.words} though threads may start: one that wants to end hangs instead or takes the whole process with it`,
      advice: 'Allow exit.',
      location: refusal.location,
      grants: ['exit'],
    },
  ];
}
