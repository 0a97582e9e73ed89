import type { RefusalErrno } from '../fit/runtime-base.js';
import type { FloorNeed } from '../fit/runtime-floor.js';
import type { Refusal } from './refusal.js';

/** What a refused call fails with, where that is one of the answers that runtimes were measured with. */
export function errnoOf({ decision: { errno } }: Refusal): RefusalErrno | null {
  if (errno === EPERM) return 'EPERM';
  return errno === ENOSYS ? 'ENOSYS' : null;
}

/** Whether a start is not known to survive a refusal. An answer that was not measured is taken for the worst one. */
export function endsStart(refusal: Refusal, { answers }: FloorNeed): boolean {
  const errno = errnoOf(refusal);
  return errno === null ? answers.length > 0 : answers.includes(errno);
}

const EPERM = 1;
const ENOSYS = 38;
