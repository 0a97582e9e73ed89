import type { RefusalAnswer } from '../trace/record.js';

/** What a caller met that was refused, to stand in brackets: `EPERM`, `SIGSYS`, `thread killed`. */
export function describeAnswer(answer: RefusalAnswer): string {
  switch (answer.kind) {
    case 'errno':
      return answer.errno === 0 ? 'skipped as if it had succeeded' : errnoName(answer.errno);
    case 'signal':
      return answer.survived ? 'SIGSYS, survived' : 'SIGSYS';
    case 'thread-killed':
      return 'thread killed';
  }
}

/** Whether the caller did not live to see the answer. */
export function isDeadly(answer: RefusalAnswer): boolean {
  return answer.kind === 'thread-killed' || (answer.kind === 'signal' && !answer.survived);
}

/** The name of an error number that profiles use, `errno 71` for any other. */
export function errnoName(errno: number): string {
  return ERRNO_NAMES.get(errno) ?? `errno ${errno}`;
}

/** Source: https://github.com/torvalds/linux/blob/v6.12/include/uapi/asm-generic/errno-base.h and errno.h beside it */
const ERRNO_NAMES: ReadonlyMap<number, string> = new Map([
  [1, 'EPERM'],
  [2, 'ENOENT'],
  [3, 'ESRCH'],
  [4, 'EINTR'],
  [5, 'EIO'],
  [9, 'EBADF'],
  [11, 'EAGAIN'],
  [12, 'ENOMEM'],
  [13, 'EACCES'],
  [14, 'EFAULT'],
  [16, 'EBUSY'],
  [19, 'ENODEV'],
  [22, 'EINVAL'],
  [30, 'EROFS'],
  [38, 'ENOSYS'],
  [95, 'EOPNOTSUPP'],
  [97, 'EAFNOSUPPORT'],
]);
