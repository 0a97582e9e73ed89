import { compareFindings, compareText, type Finding } from '../finding.js';
import { ruleOf } from '../rules.js';
import { contextOf } from './context.js';
import type { ServiceFilters } from '../seccomp/service-filters.js';
import type { LintContext, LintRule, LintSubject } from './rule.js';
import { ADD_FROM_URL } from './rules/add-from-url.js';
import { ALLOW_BY_DEFAULT } from './rules/allow-by-default.js';
import { APPARMOR_UNCONFINED } from './rules/apparmor-unconfined.js';
import { BASE_NOT_PINNED } from './rules/base-not-pinned.js';
import { BYPASSABLE_CONDITION } from './rules/bypassable-condition.js';
import { CAPABILITIES_NOT_DROPPED } from './rules/capabilities-not-dropped.js';
import { CAPABILITY_BEYOND_BASELINE } from './rules/capability-beyond-baseline.js';
import { CAPABILITY_BEYOND_RESTRICTED } from './rules/capability-beyond-restricted.js';
import { CAPABILITY_WITHOUT_EFFECT } from './rules/capability-without-effect.js';
import { CHROOT_ESCAPE } from './rules/chroot-escape.js';
import { CONDITIONAL_RULE_UNREACHABLE } from './rules/conditional-rule-unreachable.js';
import { CONDITIONS_ORED } from './rules/conditions-ored.js';
import { CONFLICTING_RULES } from './rules/conflicting-rules.js';
import { CONSTANT_CONDITION } from './rules/constant-condition.js';
import { DANGEROUS_CAPABILITY } from './rules/dangerous-capability.js';
import { DANGEROUS_SYSCALL } from './rules/dangerous-syscall.js';
import { DENY_EVERYTHING } from './rules/deny-everything.js';
import { DOCKER_DEFAULT_DIFFERS } from './rules/docker-default-differs.js';
import { DUPLICATE_SYSCALL } from './rules/duplicate-syscall.js';
import { HEALTHCHECK_MISSING } from './rules/healthcheck-missing.js';
import { HOST_PATH_MOUNTED } from './rules/host-path-mounted.js';
import { IO_URING_BYPASS } from './rules/io-uring-bypass.js';
import { KILL_THREAD_ACTION } from './rules/kill-thread-action.js';
import { LABEL_BEYOND_BASELINE } from './rules/label-beyond-baseline.js';
import { LABEL_DISABLED } from './rules/label-disabled.js';
import { LISTENER_PATH } from './rules/listener-path.js';
import { FOREIGN_FRONTEND } from './rules/foreign-frontend.js';
import { LOOSER_THAN_DOCKER_DEFAULT } from './rules/looser-than-docker-default.js';
import { MISLEADING_ERRNO } from './rules/misleading-errno.js';
import { MISSING_CLONE3_ENOSYS } from './rules/missing-clone3-enosys.js';
import { MISSING_EXIT } from './rules/missing-exit.js';
import { MISSING_MODERN_CALL } from './rules/missing-modern-call.js';
import { MISSING_RUNTIME_FLOOR } from './rules/missing-runtime-floor.js';
import { NO_CPU_LIMIT } from './rules/no-cpu-limit.js';
import { NO_MEMORY_LIMIT } from './rules/no-memory-limit.js';
import { NO_NEW_PRIVILEGES_OFF } from './rules/no-new-privileges-off.js';
import { NO_PIDS_LIMIT } from './rules/no-pids-limit.js';
import { NOTIFY_OR_TRACE_ACTION } from './rules/notify-or-trace-action.js';
import { OPENS_32_BIT_ABI } from './rules/opens-32-bit-abi.js';
import { PROFILE_FIELD_IGNORED } from './rules/profile-field-ignored.js';
import { REFUSED_BY_RUNTIME } from './rules/refused-by-runtime.js';
import { RULE_EQUALS_DEFAULT } from './rules/rule-equals-default.js';
import { PRIVILEGED_FILE_MADE } from './rules/privileged-file-made.js';
import { RUNS_AS_ROOT } from './rules/runs-as-root.js';
import { SECCOMP_UNCONFINED } from './rules/seccomp-unconfined.js';
import { SHADOWED_RULE } from './rules/shadowed-rule.js';
import { UNKNOWN_SYSCALL } from './rules/unknown-syscall.js';
import { UNKNOWN_TO_LIBSECCOMP } from './rules/unknown-to-libseccomp.js';
import { USER_BACK_TO_ROOT } from './rules/user-back-to-root.js';
import { WRITABLE_ROOT } from './rules/writable-root.js';

/** Everything that can be said about a service without running it, but for what its parsers say already. */
export const LINT_RULES: readonly LintRule[] = [
  CONFLICTING_RULES,
  REFUSED_BY_RUNTIME,
  UNKNOWN_SYSCALL,
  DENY_EVERYTHING,
  ALLOW_BY_DEFAULT,
  MISSING_CLONE3_ENOSYS,
  MISSING_EXIT,
  LOOSER_THAN_DOCKER_DEFAULT,
  PROFILE_FIELD_IGNORED,
  DOCKER_DEFAULT_DIFFERS,
  UNKNOWN_TO_LIBSECCOMP,
  DUPLICATE_SYSCALL,
  SHADOWED_RULE,
  CONDITIONAL_RULE_UNREACHABLE,
  RULE_EQUALS_DEFAULT,
  CONDITIONS_ORED,
  CONSTANT_CONDITION,
  BYPASSABLE_CONDITION,
  MISSING_RUNTIME_FLOOR,
  MISSING_MODERN_CALL,
  MISLEADING_ERRNO,
  KILL_THREAD_ACTION,
  NOTIFY_OR_TRACE_ACTION,
  LISTENER_PATH,
  IO_URING_BYPASS,
  DANGEROUS_SYSCALL,
  OPENS_32_BIT_ABI,
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
  SECCOMP_UNCONFINED,
  APPARMOR_UNCONFINED,
  LABEL_DISABLED,
  LABEL_BEYOND_BASELINE,
  CAPABILITIES_NOT_DROPPED,
  CAPABILITY_WITHOUT_EFFECT,
  CAPABILITY_BEYOND_BASELINE,
  CAPABILITY_BEYOND_RESTRICTED,
  CHROOT_ESCAPE,
  HOST_PATH_MOUNTED,
  HEALTHCHECK_MISSING,
  NO_CPU_LIMIT,
];

/** Judges a service's confinement without running it; findings come sorted. */
export function lintService(subject: LintSubject, filters?: ServiceFilters): readonly Finding[] {
  const { standards } = subject.service;
  const context = contextOf(subject, filters);
  return LINT_RULES.filter(({ onlyFor }) => onlyFor === undefined || onlyFor.some((id) => standards.includes(id)))
    .flatMap((rule) => findingsOf(rule, context))
    .sort(compareFindings);
}

function findingsOf(rule: LintRule, context: LintContext): Finding[] {
  return rule.check(context).map(({ severity, message, advice, location, grants, fix }) => ({
    rule: rule.id,
    severity: severity ?? ruleOf(rule.id).severity,
    service: context.service.name,
    message,
    advice,
    location,
    grants: [...(grants ?? [])].sort(compareText),
    ...(fix === undefined ? {} : { fix }),
  }));
}
