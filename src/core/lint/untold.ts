import type { RuleId } from '../rules.js';
import type { LintSubject } from './rule.js';
import { startUser } from './start-user.js';

/** The rules whose silence about a service says nothing: what they look at is not at hand. */
export function untoldRules(subject: LintSubject): readonly RuleId[] {
  const user = startUser(subject);
  return [
    ...(user.name === null && user.source !== 'base image' ? (['runs-as-root'] as const) : []),
    ...(subject.dockerfile === null ? (['healthcheck-missing'] as const) : []),
  ];
}
