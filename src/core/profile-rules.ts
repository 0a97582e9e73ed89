import type { Rule } from './rule.js';

/** The rules about a seccomp profile. */
export const PROFILE_RULES = {
  'profile-invalid': { chapter: 'profile', severity: 'error', title: 'The seccomp profile is not valid' },
  'unknown-syscall': {
    chapter: 'profile',
    severity: 'warning',
    title: 'A name is no syscall of any supported architecture',
  },
  'unknown-capability': { chapter: 'profile', severity: 'error', title: 'A name is no Linux capability' },
  'invalid-arch': { chapter: 'profile', severity: 'error', title: 'A name is no seccomp architecture' },
  'deny-everything': {
    chapter: 'profile',
    severity: 'error',
    title: 'The profile allows too little for any program to start',
  },
  'allow-by-default': {
    chapter: 'profile',
    severity: 'warning',
    title: 'The profile allows whatever it does not name',
  },
  'missing-clone3-enosys': {
    chapter: 'profile',
    severity: 'warning',
    title: 'clone3 is refused with something else than ENOSYS',
  },
  'missing-exit': { chapter: 'profile', severity: 'warning', title: 'The profile refuses exit or exit_group' },
  'looser-than-docker-default': {
    chapter: 'profile',
    severity: 'warning',
    title: "The profile allows calls that Docker's current default refuses",
  },
  'profile-field-ignored': {
    chapter: 'profile',
    severity: 'warning',
    title: 'The engine loses a field of the profile',
  },
  'docker-default-differs': {
    chapter: 'profile',
    severity: 'warning',
    title: "The engine's default profile is not the current one",
  },
  'legacy-name': { chapter: 'profile', severity: 'note', title: 'A rule uses the old key "name"' },
  'unknown-to-libseccomp': { chapter: 'profile', severity: 'note', title: 'A name is left out by libseccomp' },
  'duplicate-syscall': { chapter: 'profile', severity: 'note', title: 'A name stands twice' },
  'shadowed-rule': { chapter: 'profile', severity: 'warning', title: "An earlier rule takes this one's place" },
  'conditional-rule-unreachable': { chapter: 'profile', severity: 'warning', title: 'Conditions are never looked at' },
  'rule-equals-default': { chapter: 'profile', severity: 'note', title: 'A rule says what the default says' },
  'conditions-ored': { chapter: 'profile', severity: 'warning', title: 'Conditions on one argument are alternatives' },
  'constant-condition': { chapter: 'profile', severity: 'warning', title: 'A condition does not say what it seems to' },
  'bypassable-condition': {
    chapter: 'profile',
    severity: 'warning',
    title: 'A condition can be passed by with further bits',
  },
  'missing-runtime-floor': {
    chapter: 'profile',
    severity: 'warning',
    title: 'The profile refuses calls of the runtime itself',
  },
  'missing-modern-call': {
    chapter: 'profile',
    severity: 'warning',
    title: 'Newer calls are refused in a way that breaks programs',
  },
  'misleading-errno': { chapter: 'profile', severity: 'warning', title: 'A refusal looks like something else' },
  'kill-thread-action': { chapter: 'profile', severity: 'note', title: 'A refusal kills one thread of several' },
  'notify-or-trace-action': {
    chapter: 'profile',
    severity: 'warning',
    title: 'Calls are left to a program outside of the profile',
  },
  'listener-path': { chapter: 'profile', severity: 'warning', title: 'The profile names a listener on the host' },
  'io-uring-bypass': { chapter: 'profile', severity: 'warning', title: 'io_uring does what the filter cannot see' },
  'dangerous-syscall': { chapter: 'profile', severity: 'warning', title: 'A call reaches beyond the service' },
  'opens-32-bit-abi': { chapter: 'profile', severity: 'warning', title: 'The profile lets a 32-bit ABI in' },
} as const satisfies Record<string, Rule>;
