import type { Capability } from '../../../../src/core/capability/names.js';

/** A profile of the corpus and how it is tried. */
export interface CorpusProfile {
  readonly title: string;
  /** JSON as Docker reads it. */
  readonly text: string;
  /** `runtime`: it would not let the runtime start a process, so that its filter is read before it matters. */
  readonly by: 'engine' | 'runtime';
  /** The bounding sets it is tried with. */
  readonly capabilities: readonly (readonly Capability[])[];
}

/** What runtimes call between loading the filter and the first instruction of the program, and `pause`. */
export const FLOOR = [
  'arch_prctl',
  'brk',
  'close',
  'close_range',
  'epoll_ctl',
  'epoll_pwait',
  'execve',
  'exit',
  'exit_group',
  'faccessat2',
  'fcntl',
  'fstat',
  'fstatfs',
  'futex',
  'getdents64',
  'getpid',
  'gettid',
  'madvise',
  'mmap',
  'mprotect',
  'munmap',
  'nanosleep',
  'newfstatat',
  'openat',
  'openat2',
  'pause',
  'prctl',
  'pread64',
  'read',
  'rt_sigaction',
  'rt_sigprocmask',
  'rt_sigreturn',
  'sched_yield',
  'sigaltstack',
  'tgkill',
  'write',
];

/** A profile for the engine that lets the runtime start a process, whatever else it says. */
export function engineProfile(
  title: string,
  syscalls: readonly object[],
  { members = {}, capabilities = [[]] }: { members?: object; capabilities?: CorpusProfile['capabilities'] } = {},
): CorpusProfile {
  const floor = { names: FLOOR, action: 'SCMP_ACT_ALLOW' };
  return { title, text: textOf({ ...members, syscalls: [floor, ...syscalls] }), by: 'engine', capabilities };
}

/** A profile for the runtime alone; the calls it needs itself may be refused. */
export function runtimeProfile(title: string, syscalls: readonly object[], members: object = {}): CorpusProfile {
  return { title, text: textOf({ ...members, syscalls }), by: 'runtime', capabilities: [[]] };
}

/** The default is ERRNO unless said. Numbers that JSON cannot hold are given as strings of digits. */
function textOf(members: object): string {
  const text = JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', ...members });
  return text.replace(/"(value|valueTwo)":"(\d+)"/g, '"$1":$2');
}
