import type { LintContext, LintRule, Observation } from '../rule.js';

export const USER_BACK_TO_ROOT: LintRule = { id: 'user-back-to-root', check: userBackToRoot };

/** A policy that names a user makes up for it. */
function userBackToRoot({ dockerfile, service }: LintContext): readonly Observation[] {
  if (service.run.user !== null) return [];
  return (dockerfile?.hazards ?? [])
    .filter(({ kind }) => kind === 'back-to-root')
    .map(({ words, location }) => ({
      message: `the last USER is root again after "${words}": what the image was prepared to run as is given up at the end`,
      advice: `End with USER ${words}, or set user in the policy.`,
      location,
      grants: ['user'],
    }));
}
