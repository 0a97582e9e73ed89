/**
 * The arguments of a call of which the kernel takes 32 bits only, by their positions; none for calls that nobody puts
 * conditions on. clone takes more and cuts its flags itself.
 * Source: https://github.com/torvalds/linux/blob/v6.12/include/linux/syscalls.h and kernel/fork.c there
 */
export function narrowArguments(name: string): readonly number[] {
  return NARROW.get(name) ?? [];
}

const NARROW: ReadonlyMap<string, readonly number[]> = new Map([
  ['accept4', [0, 3]],
  ['arch_prctl', [0]],
  ['bpf', [0, 2]],
  ['clone', [0]],
  ['fcntl', [0, 1]],
  ['futex', [1, 2]],
  ['getsockopt', [0, 1, 2]],
  ['ioctl', [0, 1]],
  ['keyctl', [0]],
  ['kill', [0, 1]],
  ['madvise', [2]],
  ['open', [1]],
  ['openat', [0, 2]],
  ['personality', [0]],
  ['prctl', [0]],
  ['setns', [0, 1]],
  ['setsockopt', [0, 1, 2]],
  ['socket', [0, 1, 2]],
  ['socketpair', [0, 1, 2]],
  ['tgkill', [0, 1, 2]],
  ['tkill', [0, 1]],
]);
