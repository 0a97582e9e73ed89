/**
 * Every action a profile can name, most restrictive first; a lower place wins where the kernel combines filters.
 * Source: https://man7.org/linux/man-pages/man2/seccomp.2.html and
 * https://github.com/opencontainers/runtime-spec/blob/v1.2.1/config-linux.md#seccomp
 */
export const ACTIONS = [
  'SCMP_ACT_KILL_PROCESS',
  'SCMP_ACT_KILL_THREAD',
  'SCMP_ACT_KILL',
  'SCMP_ACT_TRAP',
  'SCMP_ACT_ERRNO',
  'SCMP_ACT_NOTIFY',
  'SCMP_ACT_TRACE',
  'SCMP_ACT_LOG',
  'SCMP_ACT_ALLOW',
] as const;

export type Action = (typeof ACTIONS)[number];

/** What the kernel does: `SCMP_ACT_KILL` is the old name of `SCMP_ACT_KILL_THREAD`. */
export type KernelAction = Exclude<Action, 'SCMP_ACT_KILL'>;

/** What becomes of a call. */
export interface Outcome {
  readonly action: KernelAction;
  /** The error number the caller sees (ERRNO) or the message the tracer gets (TRACE); `null` for every other action. */
  readonly errno: number | null;
}

/**
 * What an action with its error number means; without a number EPERM, whatever the profile's default has.
 * Source: https://github.com/opencontainers/runc/blob/v1.3.0/libcontainer/seccomp/seccomp_linux.go (getAction)
 */
export function outcomeOf(action: Action, errnoRet: number | null): Outcome {
  if (action === 'SCMP_ACT_KILL') return { action: 'SCMP_ACT_KILL_THREAD', errno: null };
  const carriesErrno = action === 'SCMP_ACT_ERRNO' || action === 'SCMP_ACT_TRACE';
  return { action, errno: carriesErrno ? (errnoRet ?? EPERM) : null };
}

export function sameOutcome(a: Outcome, b: Outcome): boolean {
  return a.action === b.action && a.errno === b.errno;
}

/** Whether the call goes through. A tracer or listener may still refuse it: those are not counted as going through. */
export function goesThrough({ action }: Outcome): boolean {
  return action === 'SCMP_ACT_ALLOW' || action === 'SCMP_ACT_LOG';
}

const EPERM = 1;
