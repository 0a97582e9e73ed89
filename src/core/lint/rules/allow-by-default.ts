import type { Action } from '../../seccomp/action.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

export const ALLOW_BY_DEFAULT: LintRule = { id: 'allow-by-default', check: allowByDefault };

const LETS_THROUGH: readonly Action[] = ['SCMP_ACT_ALLOW', 'SCMP_ACT_LOG'];

function allowByDefault({ profile }: LintContext): readonly Observation[] {
  if (profile === null || !LETS_THROUGH.includes(profile.defaultAction)) return [];
  return [
    {
      message: `defaultAction ${profile.defaultAction} lets every call through that the profile does not name, those of future kernels too`,
      advice: 'Set defaultAction to SCMP_ACT_ERRNO and name the calls that the service may make.',
      location: profile.locations.get('defaultAction') ?? profile.location,
    },
  ];
}
