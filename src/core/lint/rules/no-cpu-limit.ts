import type { LintContext, LintRule, Observation } from '../rule.js';

export const NO_CPU_LIMIT: LintRule = {
  id: 'no-cpu-limit',
  onlyFor: ['cis-docker', 'owasp'],
  check: noCpuLimit,
};

function noCpuLimit({ service }: LintContext): readonly Observation[] {
  if (service.run.cpus !== null) return [];
  return [
    {
      message: 'cpus is not set: the service, or whoever takes it over, can keep every processor of the host busy',
      advice: 'Set cpus to what the service needs at its busiest, e.g. 1.5.',
      location: service.at('run', 'cpus'),
      grants: ['cpus'],
    },
  ];
}
