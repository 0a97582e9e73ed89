import type { LintContext, LintRule, Observation } from '../rule.js';

export const NO_PIDS_LIMIT: LintRule = { id: 'no-pids-limit', check: noPidsLimit };

function noPidsLimit({ service }: LintContext): readonly Observation[] {
  if (service.run.pidsLimit !== null) return [];
  return [
    {
      message: 'pids_limit is not set: a fork bomb in the service takes every process of the host',
      advice: 'Set pids_limit to what the service needs at its busiest, e.g. 100.',
      location: service.at('run', 'pids_limit'),
      grants: ['pids_limit'],
    },
  ];
}
