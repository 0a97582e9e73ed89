import { isRoot } from '../../capability/grant.js';
import type { LintContext, LintRule, Observation, StartUser } from '../rule.js';

export const RUNS_AS_ROOT: LintRule = { id: 'runs-as-root', check: runsAsRoot };

function runsAsRoot(context: LintContext): readonly Observation[] {
  const fact = factOf(context);
  if (fact === null) return [];
  return [
    {
      message: `${fact}: whoever takes it over owns every file in the container, and a way out leads to root on the host`,
      advice: adviceOf(context.user),
      location: context.user.location,
      grants: ['user'],
    },
  ];
}

function factOf({ user, dockerfile }: LintContext): string | null {
  if (user.name !== null) return isRoot(user.name) ? knownFact(user) : null;
  if (user.source !== 'base image') return null;
  const base = dockerfile?.base.value ?? 'the base image';
  return `the Dockerfile has no USER, so the service starts as root unless ${base} names another user`;
}

function knownFact({ name, source }: StartUser): string {
  if (source === 'policy') return `user "${name ?? ''}" is root`;
  return name === ''
    ? 'the image names no user, so the service starts as root'
    : `the image's user "${name ?? ''}" is root`;
}

function adviceOf({ source }: StartUser): string {
  const where = source === 'policy' ? 'Set user to' : 'Set USER in the Dockerfile, or user in the policy, to';
  return `${where} an account that owns only what the service needs, e.g. 1000:1000.`;
}
