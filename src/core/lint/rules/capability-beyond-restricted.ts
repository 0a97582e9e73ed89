import type { LintContext, LintRule, Observation } from '../rule.js';

export const CAPABILITY_BEYOND_RESTRICTED: LintRule = {
  id: 'capability-beyond-restricted',
  onlyFor: ['pss-restricted'],
  check: capabilityBeyondRestricted,
};

/** Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted */
const ADDABLE = 'NET_BIND_SERVICE';

function capabilityBeyondRestricted({ service }: LintContext): readonly Observation[] {
  return service.run.capAdd.flatMap((name, index) => {
    if (name === ADDABLE) return [];
    return [
      {
        message: `${name} is added, and the restricted Pod Security Standard lets nothing but ${ADDABLE} be added`,
        advice: `Remove ${name} from cap_add.`,
        location: service.at('run', 'cap_add', index),
        grants: [name],
      },
    ];
  });
}
