import type { Finding } from './finding.js';
import type { RuleId } from './rules.js';

/** From best to worst: a later one outweighs an earlier one, so that what could not be judged is never green. */
export const VERDICTS = ['tight', 'loose', 'broken', 'unjudged'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** The verdicts that fail a run: `loose` (the default) fails on `loose` and worse, `broken` lets `loose` pass. */
export const FAIL_ON = ['loose', 'broken'] as const;

export type FailOn = (typeof FAIL_ON)[number];

/** What an error of each rule means for the verdict. Warnings and notes never change it. */
const IMPLIES: Readonly<Record<RuleId, Verdict>> = {
  'policy-unreadable': 'unjudged',
  'policy-invalid': 'unjudged',
  'policy-inconsistent': 'unjudged',
  'no-tests': 'unjudged',
  'profile-invalid': 'unjudged',
  'unknown-syscall': 'unjudged',
  'unknown-capability': 'unjudged',
  'invalid-arch': 'unjudged',
  'deny-everything': 'broken',
  'allow-by-default': 'loose',
  'profile-field-ignored': 'loose',
  'docker-default-differs': 'loose',
  'missing-clone3-enosys': 'broken',
  'missing-exit': 'broken',
  'looser-than-docker-default': 'loose',
  'legacy-name': 'unjudged',
  'unknown-to-libseccomp': 'unjudged',
  'duplicate-syscall': 'loose',
  'shadowed-rule': 'loose',
  'conditional-rule-unreachable': 'loose',
  'rule-equals-default': 'loose',
  'conditions-ored': 'loose',
  'constant-condition': 'loose',
  'bypassable-condition': 'loose',
  'missing-runtime-floor': 'broken',
  'missing-modern-call': 'broken',
  'misleading-errno': 'broken',
  'kill-thread-action': 'broken',
  'notify-or-trace-action': 'broken',
  'listener-path': 'loose',
  'io-uring-bypass': 'loose',
  'dangerous-syscall': 'loose',
  'opens-32-bit-abi': 'loose',
  'dangerous-capability': 'loose',
  'no-new-privileges-off': 'loose',
  'runs-as-root': 'loose',
  'writable-root': 'loose',
  'no-pids-limit': 'loose',
  'no-memory-limit': 'loose',
  'seccomp-unconfined': 'loose',
  'apparmor-unconfined': 'loose',
  'label-disabled': 'loose',
  'label-beyond-baseline': 'loose',
  'capabilities-not-dropped': 'loose',
  'capability-without-effect': 'loose',
  'capability-beyond-baseline': 'loose',
  'capability-beyond-restricted': 'loose',
  'chroot-escape': 'loose',
  'host-path-mounted': 'loose',
  'healthcheck-missing': 'loose',
  'no-cpu-limit': 'loose',
  'in-force-looser': 'loose',
  'in-force-differs': 'unjudged',
  'security-label-not-in-force': 'unjudged',
  'more-privileged': 'broken',
  'base-not-pinned': 'loose',
  'foreign-frontend': 'unjudged',
  'add-from-url': 'loose',
  'privileged-file-made': 'loose',
  'user-back-to-root': 'loose',
  'setuid-file': 'loose',
  'file-capability': 'loose',
  'world-writable': 'loose',
  'secret-in-image': 'loose',
  'extra-root-account': 'loose',
  'shell-present': 'loose',
  'package-manager-present': 'loose',
  'start-refused': 'broken',
  'not-ready': 'broken',
  'exited-early': 'broken',
  'test-failed': 'broken',
  'stop-not-graceful': 'broken',
  'out-of-memory': 'broken',
  'broken-by-itself': 'broken',
  'broken-by-confinement': 'broken',
  'unused-capability': 'loose',
  'limit-exceeded': 'loose',
  'excess-syscalls': 'loose',
  'looseness-exceeded': 'loose',
  'critical-excess': 'loose',
  'refused-at-failure': 'broken',
  'refused-survived': 'broken',
  'exception-expired': 'loose',
  'exception-expiring': 'loose',
  'exception-unused': 'loose',
  'key-changed': 'unjudged',
  'new-use': 'loose',
  'new-refusal': 'broken',
  'vanished-use': 'loose',
  'not-compared': 'unjudged',
  'engine-unavailable': 'unjudged',
  'engine-failed': 'unjudged',
  'build-failed': 'unjudged',
  'flaky-service': 'unjudged',
  'timed-out': 'unjudged',
  cancelled: 'unjudged',
  'incomplete-record': 'unjudged',
  'not-recorded': 'unjudged',
  'blind-spot': 'unjudged',
  'not-observed': 'unjudged',
  'shard-empty': 'unjudged',
  'minimize-shared': 'unjudged',
  'shard-missing': 'unjudged',
  'shard-differs': 'unjudged',
  'service-skipped': 'unjudged',
  'changes-unknown': 'unjudged',
};

/** The verdict that an error of a rule implies. */
export function impliedVerdict(rule: RuleId): Verdict {
  return IMPLIES[rule];
}

/** The verdict that a list of findings amounts to: the worst that any error among them implies. */
export function judge(findings: readonly Finding[]): Verdict {
  return findings
    .filter((finding) => finding.severity === 'error')
    .map((finding) => IMPLIES[finding.rule])
    .reduce(worse, 'tight');
}

/** The verdict of a run: that of its findings, and `unjudged` where no service was judged, for nothing was shown of any. */
export function judgeRun(
  findings: readonly Finding[],
  { services }: { readonly services: readonly unknown[] },
): Verdict {
  return services.length === 0 ? 'unjudged' : judge(findings);
}

/** The process's exit code: 0 passes, 1 fails, 2 could not be judged. */
export function exitCode(verdict: Verdict, failOn: FailOn): 0 | 1 | 2 {
  if (verdict === 'unjudged') return 2;
  return VERDICTS.indexOf(verdict) >= VERDICTS.indexOf(failOn) ? 1 : 0;
}

/** The worse of two verdicts. */
export function worse(a: Verdict, b: Verdict): Verdict {
  return VERDICTS.indexOf(a) >= VERDICTS.indexOf(b) ? a : b;
}
