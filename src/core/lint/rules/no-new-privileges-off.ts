import type { LintContext, LintRule, Observation } from '../rule.js';

export const NO_NEW_PRIVILEGES_OFF: LintRule = { id: 'no-new-privileges-off', check: noNewPrivilegesOff };

function noNewPrivilegesOff({ service }: LintContext): readonly Observation[] {
  if (service.run.noNewPrivileges) return [];
  return [
    {
      message:
        'no-new-privileges is off: a setuid program or a program with file capabilities can give a process more ' +
        'privileges than it started with',
      advice: 'Add "no-new-privileges:true" to security_opt.',
      location: service.at('run', 'security_opt'),
      grants: ['no-new-privileges'],
    },
  ];
}
