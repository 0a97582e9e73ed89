import type { LintContext, LintRule, Observation } from '../rule.js';

export const HEALTHCHECK_MISSING: LintRule = { id: 'healthcheck-missing', check: healthcheckMissing };

function healthcheckMissing({ dockerfile }: LintContext): readonly Observation[] {
  if (dockerfile === null) return [];
  const { healthcheck, base } = dockerfile;
  if (healthcheck !== null && healthcheck.value !== 'NONE') return [];
  const fact =
    healthcheck === null
      ? `the Dockerfile has no HEALTHCHECK${base.value === 'scratch' ? '' : ` and starts from ${base.value ?? 'another image'}`}`
      : 'HEALTHCHECK NONE turns the health check off';
  return [
    {
      message: `${fact}: an engine that runs the service takes it for healthy as long as its process is there`,
      advice: 'Add a HEALTHCHECK that asks the service for something it can only answer when it works.',
      location: healthcheck?.location ?? base.location,
      grants: ['healthcheck'],
    },
  ];
}
