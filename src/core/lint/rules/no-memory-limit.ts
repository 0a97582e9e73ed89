import type { LintContext, LintRule, Observation } from '../rule.js';

export const NO_MEMORY_LIMIT: LintRule = { id: 'no-memory-limit', check: noMemoryLimit };

function noMemoryLimit({ service }: LintContext): readonly Observation[] {
  if (service.run.memLimit !== null) return [];
  return [
    {
      message: 'mem_limit is not set: a leak in the service, or whoever takes it over, can take all memory of the host',
      advice: 'Set mem_limit to what the service needs at its busiest, e.g. 256m.',
      location: service.at('run', 'mem_limit'),
      grants: ['mem_limit'],
    },
  ];
}
