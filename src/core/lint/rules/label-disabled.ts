import type { LintContext, LintRule, Observation } from '../rule.js';

export const LABEL_DISABLED: LintRule = { id: 'label-disabled', check: labelDisabled };

function labelDisabled({ service }: LintContext): readonly Observation[] {
  if (service.run.label.kind !== 'disabled') return [];
  return [
    {
      message:
        'label=disable turns SELinux separation off: where the engine has it, a process that leaves the container ' +
        'may use the files of the host and of other containers',
      advice: 'Remove it, or choose a type that allows what the service needs with label=type:TYPE.',
      location: service.at('run', 'security_opt'),
      grants: ['label'],
    },
  ];
}
