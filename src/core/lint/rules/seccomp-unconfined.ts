import type { LintContext, LintRule, Observation } from '../rule.js';

export const SECCOMP_UNCONFINED: LintRule = { id: 'seccomp-unconfined', check: seccompUnconfined };

function seccompUnconfined({ service }: LintContext): readonly Observation[] {
  if (service.run.seccomp.kind !== 'unconfined') return [];
  return [
    {
      message: 'seccomp:unconfined turns the filter off: the service may make every call that the kernel has',
      advice: "Remove it to get the engine's default profile, or name a profile of the service's own.",
      location: service.at('run', 'security_opt'),
      grants: ['seccomp'],
    },
  ];
}
