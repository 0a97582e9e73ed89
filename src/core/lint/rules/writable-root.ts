import type { LintContext, LintRule, Observation } from '../rule.js';

export const WRITABLE_ROOT: LintRule = { id: 'writable-root', check: writableRoot };

function writableRoot({ service }: LintContext): readonly Observation[] {
  if (service.run.readOnly) return [];
  return [
    {
      message: 'read_only is off: whoever takes the service over can change its programs and leave some behind',
      advice: 'Set read_only: true and give each folder the service writes to a tmpfs or a volume.',
      location: service.at('run', 'read_only'),
      grants: ['read_only'],
    },
  ];
}
