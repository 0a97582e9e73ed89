import { insertRule } from '../profile-fix.js';
import { findRefusal } from '../refusal.js';
import type { LintContext, LintRule, Observation } from '../rule.js';
import { letsCloneThrough } from '../threads.js';

export const MISSING_CLONE3_ENOSYS: LintRule = { id: 'missing-clone3-enosys', check: missingClone3Enosys };

const ENOSYS = 38;
const ADVICE = 'Add {"names": ["clone3"], "action": "SCMP_ACT_ERRNO", "errnoRet": 38}.';

/**
 * A service that can start no thread by clone either has nothing to fall back to.
 * Source: https://sourceware.org/git/?p=glibc.git;a=blob;f=sysdeps/unix/sysv/linux/clone-internal.c;hb=glibc-2.34
 */
function missingClone3Enosys({ confined }: LintContext): readonly Observation[] {
  if (confined === null || findRefusal(confined, 'execve') !== null || !letsCloneThrough(confined)) return [];
  const refusal = findRefusal(confined, 'clone3');
  if (refusal === null || refusal.decision.errno === ENOSYS) return [];
  return [
    {
      message: `clone3 is ${refusal.words}: glibc 2.34 and newer start threads with clone3 and fall back to clone on ENOSYS only`,
      advice: ADVICE,
      location: refusal.location,
      grants: ['clone3'],
      fix: insertRule(ADVICE, confined.profile, { names: ['clone3'], action: 'SCMP_ACT_ERRNO', errnoRet: ENOSYS }),
    },
  ];
}
