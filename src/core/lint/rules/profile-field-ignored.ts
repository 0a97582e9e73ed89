import type { Profile } from '../../seccomp/profile.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

/** A field that the engine reads and does not hand on says one thing in the file and another in the kernel. */
export const PROFILE_FIELD_IGNORED: LintRule = { id: 'profile-field-ignored', check: profileFieldIgnored };

/**
 * The engines that lose one of these fields lose all of them.
 * Source: https://github.com/moby/moby/pull/42604
 */
function profileFieldIgnored({ confined, environment }: LintContext): readonly Observation[] {
  if (confined === null || environment.dropsDefaultErrno !== true) return [];
  const { profile } = confined;
  return lostFields(profile).map(({ field, effect }) => ({
    message: `this engine does not hand "${field}" to its runtime, as Docker before 23.0 does not: ${effect}`,
    advice: ADVICE[field],
    location: profile.locations.get(field) ?? profile.location,
  }));
}

interface LostField {
  readonly field: keyof typeof ADVICE;
  readonly effect: string;
}

const ADVICE = {
  defaultErrnoRet:
    'Use a newer engine, or name the calls with an "errnoRet" in a rule of their own: that is handed on.',
  flags: 'Use a newer engine, or remove it.',
  listenerPath: 'Use a newer engine, or remove it.',
} as const;

/** Only what makes a difference: EPERM is what a default without a number answers too. */
function lostFields({ defaultAction, defaultErrnoRet, flags, listenerPath }: Profile): readonly LostField[] {
  const lost: LostField[] = [];
  const hasNumber = defaultAction === 'SCMP_ACT_ERRNO' || defaultAction === 'SCMP_ACT_TRACE';
  if (hasNumber && defaultErrnoRet !== null && defaultErrnoRet !== EPERM) {
    const effect = `a call that no rule decides is answered with EPERM, not with error ${defaultErrnoRet}`;
    lost.push({ field: 'defaultErrnoRet', effect });
  }
  if (flags.length > 0) lost.push({ field: 'flags', effect: `the filter is loaded without ${flags.join(', ')}` });
  if (listenerPath !== null) lost.push({ field: 'listenerPath', effect: 'nobody is asked about a call' });
  return lost;
}

const EPERM = 1;
