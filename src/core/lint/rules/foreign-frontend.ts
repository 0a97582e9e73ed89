import type { LintContext, LintRule, Observation } from '../rule.js';

export const FOREIGN_FRONTEND: LintRule = { id: 'foreign-frontend', check: foreignFrontend };

function foreignFrontend({ dockerfile }: LintContext): readonly Observation[] {
  const frontend = dockerfile?.frontend ?? null;
  if (frontend === null) return [];
  return [
    {
      message: `the Dockerfile hands the build to "${frontend.value ?? ''}", a program that anybody may have written: tightfit does not build with it`,
      advice: 'Use docker/dockerfile as its syntax, or none.',
      location: frontend.location,
    },
  ];
}
