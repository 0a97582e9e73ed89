/**
 * Grants of which a program that lacks one often does with another: libraries fall back from the newer call to the older one,
 * and the older or the more general one can do what the other does.
 */
const STAND_INS: readonly (readonly string[])[] = [
  ['accept', 'accept4'],
  ['access', 'faccessat', 'faccessat2'],
  ['chmod', 'fchmodat', 'fchmodat2'],
  ['chown', 'lchown', 'fchownat'],
  ['clone', 'clone3', 'fork', 'vfork'],
  ['creat', 'open', 'openat', 'openat2'],
  ['dup2', 'dup3'],
  ['epoll_create', 'epoll_create1'],
  ['epoll_wait', 'epoll_pwait', 'epoll_pwait2'],
  ['eventfd', 'eventfd2'],
  ['execve', 'execveat'],
  ['getdents', 'getdents64'],
  ['getrlimit', 'prlimit64'],
  ['inotify_init', 'inotify_init1'],
  ['link', 'linkat'],
  ['lstat', 'stat', 'newfstatat', 'statx'],
  ['mkdir', 'mkdirat'],
  ['mknod', 'mknodat'],
  ['nanosleep', 'clock_nanosleep'],
  ['pipe', 'pipe2'],
  ['poll', 'ppoll'],
  ['pread64', 'preadv', 'preadv2'],
  ['pwrite64', 'pwritev', 'pwritev2'],
  ['readlink', 'readlinkat'],
  ['recvmmsg', 'recvmsg'],
  ['rename', 'renameat', 'renameat2'],
  ['rmdir', 'unlink', 'unlinkat'],
  ['select', 'pselect6'],
  ['sendmmsg', 'sendmsg'],
  ['signalfd', 'signalfd4'],
  ['symlink', 'symlinkat'],
  ['utime', 'utimes', 'futimesat', 'utimensat'],
  ['DAC_OVERRIDE', 'DAC_READ_SEARCH'],
];

/** Whether a program may do with one where it lacks the other. */
export function standsInFor(name: string, other: string): boolean {
  return name === other || STAND_INS.some((kin) => kin.includes(name) && kin.includes(other));
}
