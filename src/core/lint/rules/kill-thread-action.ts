import { listNames } from '../../fit/list-names.js';
import type { Action } from '../../seccomp/action.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

export const KILL_THREAD_ACTION: LintRule = { id: 'kill-thread-action', check: killThreadAction };

const KILLS_THREAD: readonly Action[] = ['SCMP_ACT_KILL', 'SCMP_ACT_KILL_THREAD'];

/** Source: https://man7.org/linux/man-pages/man2/seccomp.2.html (SECCOMP_RET_KILL_THREAD) */
function killThreadAction({ profile }: LintContext): readonly Observation[] {
  if (profile === null) return [];
  const rules = profile.rules.filter(({ action }) => KILLS_THREAD.includes(action));
  const ofRules = rules.map(({ action, names, location }) =>
    observe(`${action} for ${listNames(names)}`, location, names),
  );
  if (!KILLS_THREAD.includes(profile.defaultAction)) return ofRules;
  const place = profile.locations.get('defaultAction') ?? profile.location;
  return [observe(`defaultAction ${profile.defaultAction}`, place, []), ...ofRules];
}

function observe(subject: string, location: Observation['location'], grants: readonly string[]): Observation {
  return {
    message: `${subject} kills the calling thread only: a program with several threads goes on without it and hangs on the locks it held`,
    advice: 'Use SCMP_ACT_KILL_PROCESS, or SCMP_ACT_ERRNO to let the program tell what it was refused.',
    location,
    grants,
  };
}
