import { allowNames } from '../profile-fix.js';
import { findRefusal, type Refusal } from '../refusal.js';
import type { LintContext, LintRule, Observation, ResolvedProfile } from '../rule.js';
import { letsThreadsStart } from '../threads.js';

export const MISSING_EXIT: LintRule = { id: 'missing-exit', check: missingExit };

function missingExit({ confined }: LintContext): readonly Observation[] {
  if (confined === null || findRefusal(confined, 'execve') !== null) return [];
  return [...observeProcessEnd(confined), ...observeThreadEnd(confined)];
}

/**
 * After a refused exit_group glibc tries exit, which ends the calling thread only, and then an instruction that crashes.
 * Source: https://sourceware.org/git/?p=glibc.git;a=blob;f=sysdeps/unix/sysv/linux/_exit.c;hb=glibc-2.36
 */
function observeProcessEnd(confined: ResolvedProfile): readonly Observation[] {
  const refusal = findRefusal(confined, 'exit_group');
  if (refusal === null) return [];
  const exit = findRefusal(confined, 'exit');
  return [
    {
      message: `exit_group is ${refusal.words}: ${returns(refusal) && exit === null ? STAYS : LOST}`,
      advice: 'Allow exit_group.',
      location: refusal.location,
      grants: ['exit_group'],
      fix: allowNames('Allow exit_group.', confined.profile, ['exit_group']),
    },
  ];
}

const STAYS = 'a program with several threads never ends';
const LOST = 'a program that wants to end is killed by a signal instead, and its exit code is lost';

/**
 * glibc ends a thread with exit and tries again for ever when it is refused.
 * Source: https://sourceware.org/git/?p=glibc.git;a=blob;f=nptl/pthread_create.c;hb=glibc-2.36 (start_thread)
 */
function observeThreadEnd(confined: ResolvedProfile): readonly Observation[] {
  const refusal = findRefusal(confined, 'exit');
  if (refusal === null || !letsThreadsStart(confined)) return [];
  if (refusal.decision.action === 'SCMP_ACT_KILL_THREAD') return [];
  const fate = returns(refusal) ? 'never does and takes a whole processor' : 'takes the whole process with it';
  return [
    {
      severity: 'note',
      message: `exit is ${refusal.words}: a thread that wants to end ${fate}`,
      advice: 'Allow exit, unless the service never ends a thread.',
      location: refusal.location,
      grants: ['exit'],
      fix: allowNames('Allow exit.', confined.profile, ['exit']),
    },
  ];
}

function returns({ decision }: Refusal): boolean {
  return decision.action === 'SCMP_ACT_ERRNO' || decision.action === 'SCMP_ACT_TRACE';
}
