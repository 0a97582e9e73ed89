import { compareFindings, compareText, type Finding } from '../finding.js';
import { ruleOf } from '../rules.js';
import { contextOf } from './context.js';
import type { ServiceFilters } from '../seccomp/service-filters.js';
import type { LintContext, LintRule, LintSubject } from './rule.js';
import { ADD_FROM_URL } from './rules/add-from-url.js';
import { ALLOW_BY_DEFAULT } from './rules/allow-by-default.js';
import { BASE_NOT_PINNED } from './rules/base-not-pinned.js';
import { CONFLICTING_RULES } from './rules/conflicting-rules.js';
import { DANGEROUS_CAPABILITY } from './rules/dangerous-capability.js';
import { DENY_EVERYTHING } from './rules/deny-everything.js';
import { FOREIGN_FRONTEND } from './rules/foreign-frontend.js';
import { LOOSER_THAN_DOCKER_DEFAULT } from './rules/looser-than-docker-default.js';
import { MISSING_CLONE3_ENOSYS } from './rules/missing-clone3-enosys.js';
import { MISSING_EXIT } from './rules/missing-exit.js';
import { NO_MEMORY_LIMIT } from './rules/no-memory-limit.js';
import { NO_NEW_PRIVILEGES_OFF } from './rules/no-new-privileges-off.js';
import { NO_PIDS_LIMIT } from './rules/no-pids-limit.js';
import { PRIVILEGED_FILE_MADE } from './rules/privileged-file-made.js';
import { RUNS_AS_ROOT } from './rules/runs-as-root.js';
import { UNKNOWN_SYSCALL } from './rules/unknown-syscall.js';
import { USER_BACK_TO_ROOT } from './rules/user-back-to-root.js';
import { WRITABLE_ROOT } from './rules/writable-root.js';

/** Everything that can be said about a service without running it, but for what its parsers say already. */
export const LINT_RULES: readonly LintRule[] = [
  CONFLICTING_RULES,
  UNKNOWN_SYSCALL,
  DENY_EVERYTHING,
  ALLOW_BY_DEFAULT,
  MISSING_CLONE3_ENOSYS,
  MISSING_EXIT,
  LOOSER_THAN_DOCKER_DEFAULT,
  DANGEROUS_CAPABILITY,
  NO_NEW_PRIVILEGES_OFF,
  RUNS_AS_ROOT,
  WRITABLE_ROOT,
  NO_PIDS_LIMIT,
  NO_MEMORY_LIMIT,
  BASE_NOT_PINNED,
  FOREIGN_FRONTEND,
  ADD_FROM_URL,
  PRIVILEGED_FILE_MADE,
  USER_BACK_TO_ROOT,
];

/** Judges a service's confinement without running it; findings come sorted. */
export function lintService(subject: LintSubject, filters?: ServiceFilters): readonly Finding[] {
  const context = contextOf(subject, filters);
  return LINT_RULES.flatMap((rule) => findingsOf(rule, context)).sort(compareFindings);
}

function findingsOf(rule: LintRule, context: LintContext): Finding[] {
  return rule.check(context).map(({ severity, message, advice, location, grants }) => ({
    rule: rule.id,
    severity: severity ?? ruleOf(rule.id).severity,
    service: context.service.name,
    message,
    advice,
    location,
    grants: [...(grants ?? [])].sort(compareText),
  }));
}
