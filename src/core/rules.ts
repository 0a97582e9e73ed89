import { PROFILE_RULES } from './profile-rules.js';
import type { Rule } from './rule.js';

/** Every rule Tightfit knows. Ids are stable: they are in baselines, exceptions and dashboards. */
export const RULES = {
  'policy-unreadable': { chapter: 'policy', severity: 'error', title: 'A file the run depends on cannot be read' },
  'policy-invalid': { chapter: 'policy', severity: 'error', title: 'The policy is not valid' },
  'policy-inconsistent': {
    chapter: 'policy',
    severity: 'error',
    title: 'Two parts of the policy contradict each other',
  },
  'no-tests': { chapter: 'policy', severity: 'error', title: 'A service without tests cannot be judged' },

  ...PROFILE_RULES,

  'dangerous-capability': {
    chapter: 'confinement',
    severity: 'warning',
    title: 'A granted capability comes close to owning the host',
  },
  'no-new-privileges-off': {
    chapter: 'confinement',
    severity: 'warning',
    title: 'Programs may gain privileges through setuid or file capabilities',
  },
  'runs-as-root': { chapter: 'confinement', severity: 'note', title: 'The service starts as root' },
  'writable-root': { chapter: 'confinement', severity: 'note', title: "The container's root filesystem is writable" },
  'no-pids-limit': { chapter: 'confinement', severity: 'warning', title: 'The number of processes is not limited' },
  'no-memory-limit': { chapter: 'confinement', severity: 'warning', title: 'Memory is not limited' },
  'seccomp-unconfined': { chapter: 'confinement', severity: 'warning', title: 'The service runs without a filter' },
  'apparmor-unconfined': {
    chapter: 'confinement',
    severity: 'warning',
    title: 'The service runs without an AppArmor profile',
  },
  'label-disabled': { chapter: 'confinement', severity: 'warning', title: 'SELinux labels are turned off' },
  'label-beyond-baseline': {
    chapter: 'confinement',
    severity: 'warning',
    title: 'The SELinux label is beyond what the PSS baseline allows',
  },
  'capabilities-not-dropped': {
    chapter: 'confinement',
    severity: 'note',
    title: "The service keeps the engine's default capabilities",
  },
  'capability-without-effect': {
    chapter: 'confinement',
    severity: 'note',
    title: 'A capability is added that no process starts with',
  },
  'capability-beyond-baseline': {
    chapter: 'confinement',
    severity: 'warning',
    title: 'A capability is beyond what the PSS baseline lets be added',
  },
  'capability-beyond-restricted': {
    chapter: 'confinement',
    severity: 'warning',
    title: 'A capability is beyond what the restricted PSS lets be added',
  },
  'chroot-escape': { chapter: 'confinement', severity: 'note', title: 'Root can leave a chroot' },
  'host-path-mounted': { chapter: 'confinement', severity: 'warning', title: 'A path of the host is mounted' },
  'healthcheck-missing': { chapter: 'confinement', severity: 'note', title: 'The image has no health check' },
  'no-cpu-limit': { chapter: 'confinement', severity: 'warning', title: 'Processor time is not limited' },
  'in-force-looser': {
    chapter: 'confinement',
    severity: 'error',
    title: 'What is in force is looser than what was declared',
  },
  'in-force-differs': {
    chapter: 'confinement',
    severity: 'warning',
    title: 'What is in force differs from what was declared',
  },
  'security-label-not-in-force': {
    chapter: 'confinement',
    severity: 'error',
    title: 'A declared AppArmor profile or SELinux label is not in force',
  },
  'more-privileged': {
    chapter: 'confinement',
    severity: 'error',
    title: 'A process has more privilege than in the control run',
  },

  'base-not-pinned': { chapter: 'image', severity: 'note', title: 'The base image is not named by its digest' },
  'foreign-frontend': { chapter: 'image', severity: 'error', title: "A program of a stranger's is to build the image" },
  'add-from-url': { chapter: 'image', severity: 'warning', title: 'The build downloads something unverified' },
  'privileged-file-made': {
    chapter: 'image',
    severity: 'warning',
    title: 'The build makes a program that brings privilege',
  },
  'user-back-to-root': { chapter: 'image', severity: 'note', title: 'The Dockerfile goes back to root at the end' },
  'setuid-file': {
    chapter: 'image',
    severity: 'warning',
    title: 'The image has programs that run as their owner or group',
  },
  'file-capability': { chapter: 'image', severity: 'warning', title: 'The image has programs with capabilities' },
  'world-writable': { chapter: 'image', severity: 'warning', title: 'Everybody may write to a path of the image' },
  'secret-in-image': { chapter: 'image', severity: 'warning', title: 'A layer of the image has a secret' },
  'extra-root-account': { chapter: 'image', severity: 'warning', title: 'Another account than root is root' },
  'shell-present': { chapter: 'image', severity: 'note', title: 'The image has a shell' },
  'package-manager-present': { chapter: 'image', severity: 'note', title: 'The image has a package manager' },

  'start-refused': { chapter: 'service', severity: 'error', title: 'The container could not be started' },
  'not-ready': { chapter: 'service', severity: 'error', title: 'The service did not become ready' },
  'exited-early': { chapter: 'service', severity: 'error', title: 'The service ended before its tests were done' },
  'test-failed': { chapter: 'service', severity: 'error', title: 'A test failed under the declared confinement' },
  'stop-not-graceful': {
    chapter: 'service',
    severity: 'error',
    title: 'The service did not stop within its grace period',
  },
  'out-of-memory': {
    chapter: 'service',
    severity: 'error',
    title: 'The kernel killed a process of the service for memory',
  },
  'broken-by-itself': { chapter: 'service', severity: 'error', title: 'The service fails under engine defaults too' },
  'broken-by-confinement': {
    chapter: 'service',
    severity: 'error',
    title: 'The service works under engine defaults and fails as declared',
  },

  'unused-capability': {
    chapter: 'fit',
    severity: 'warning',
    title: 'A granted capability is not needed in these tests',
  },
  'limit-exceeded': { chapter: 'fit', severity: 'error', title: "The excess is above the policy's limit" },
  'excess-syscalls': { chapter: 'fit', severity: 'warning', title: 'Allowed syscalls are not used in these tests' },
  'looseness-exceeded': { chapter: 'fit', severity: 'error', title: 'The confinement is looser than its limit' },
  'critical-excess': {
    chapter: 'fit',
    severity: 'error',
    title: 'A grant that comes close to owning the host is not used in these tests',
  },
  'refused-at-failure': {
    chapter: 'fit',
    severity: 'warning',
    title: 'Something was refused in the step that failed',
  },
  'refused-survived': { chapter: 'fit', severity: 'note', title: 'A call was refused and the service works' },
  'exception-expired': { chapter: 'fit', severity: 'warning', title: 'An exception is over' },
  'exception-expiring': { chapter: 'fit', severity: 'warning', title: 'An exception ends soon' },
  'exception-unused': { chapter: 'fit', severity: 'warning', title: 'An exception excuses nothing' },

  'key-changed': {
    chapter: 'regression',
    severity: 'note',
    title: 'The run holds for something else than its baseline',
  },
  'new-use': { chapter: 'regression', severity: 'warning', title: 'The service does what it did not in the baseline' },
  'new-refusal': {
    chapter: 'regression',
    severity: 'warning',
    title: 'Something is refused that was not in the baseline',
  },
  'vanished-use': { chapter: 'regression', severity: 'note', title: 'The service no longer does what it did' },
  'not-compared': {
    chapter: 'regression',
    severity: 'warning',
    title: 'New behaviour cannot be told from what was there before',
  },

  'engine-unavailable': { chapter: 'environment', severity: 'error', title: 'No container engine answers' },
  'engine-failed': { chapter: 'environment', severity: 'error', title: 'The engine could not do what it was asked' },
  'build-failed': { chapter: 'environment', severity: 'error', title: 'The image could not be built' },
  'flaky-service': { chapter: 'environment', severity: 'error', title: 'The same run gave different results' },
  'timed-out': { chapter: 'environment', severity: 'error', title: 'The whole run took longer than allowed' },
  cancelled: { chapter: 'environment', severity: 'error', title: 'The run was cancelled' },
  'incomplete-record': {
    chapter: 'environment',
    severity: 'error',
    title: 'The record of the run did not see everything',
  },
  'not-recorded': {
    chapter: 'environment',
    severity: 'warning',
    title: 'What the service used was not recorded',
  },
  'blind-spot': {
    chapter: 'environment',
    severity: 'note',
    title: "Something happened out of the recorder's sight",
  },
  'not-observed': {
    chapter: 'environment',
    severity: 'note',
    title: 'Something could not be observed on this machine',
  },
  'shard-empty': { chapter: 'environment', severity: 'note', title: 'A shard has no service' },
  'minimize-shared': {
    chapter: 'environment',
    severity: 'note',
    title: 'The trials of a service are shared among shards',
  },
  'shard-missing': { chapter: 'environment', severity: 'error', title: 'The result of a shard is missing' },
  'shard-differs': { chapter: 'environment', severity: 'error', title: 'Results of shards do not belong together' },
  'service-skipped': { chapter: 'environment', severity: 'note', title: 'A service was not run: it has not changed' },
  'changes-unknown': { chapter: 'environment', severity: 'note', title: 'What has changed cannot be told' },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

/** What is known about a rule. */
export function ruleOf(id: RuleId): Rule {
  return RULES[id];
}

/** Every rule's id, in the order of the documentation. */
export function ruleIds(): readonly RuleId[] {
  return Object.keys(RULES).filter((id): id is RuleId => Object.hasOwn(RULES, id));
}

/** The rule a text names; `null` for any other text. */
export function parseRule(text: string): RuleId | null {
  return ruleIds().find((id) => id === text) ?? null;
}
