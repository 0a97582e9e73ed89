import type { KernelAction, Outcome } from '../../../src/core/seccomp/action.js';
import { runProgram, seccompData, type FilteredCall, type Program } from './bpf.js';

/**
 * What the kernel does with a call under these filters, newest first: the strictest answer counts, of equal ones the newest.
 * Source: https://github.com/torvalds/linux/blob/v6.12/kernel/seccomp.c (seccomp_run_filters)
 */
export function outcomeUnder(filters: readonly Program[], call: FilteredCall): Outcome {
  const data = seccompData(call);
  let strictest = ALLOW;
  for (const program of filters) {
    const answer = runProgram(program, data);
    if (strictness(answer) < strictness(strictest)) strictest = answer;
  }
  return outcomeOfAnswer(strictest);
}

/** Compared as a signed number, so that KILL_PROCESS is the lowest of all. */
function strictness(answer: number): number {
  return (answer & 0xffff_0000) | 0;
}

const ALLOW = 0x7fff_0000;
const MAX_ERRNO = 4095;

/** Source: https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/seccomp.h (SECCOMP_RET_*) */
const ACTION_OF: ReadonlyMap<number, KernelAction> = new Map([
  [0x0000_0000, 'SCMP_ACT_KILL_THREAD'],
  [0x0003_0000, 'SCMP_ACT_TRAP'],
  [0x0005_0000, 'SCMP_ACT_ERRNO'],
  [0x7fc0_0000, 'SCMP_ACT_NOTIFY'],
  [0x7ff0_0000, 'SCMP_ACT_TRACE'],
  [0x7ffc_0000, 'SCMP_ACT_LOG'],
  [ALLOW, 'SCMP_ACT_ALLOW'],
]);

/** Whatever the kernel does not know kills the process. */
function outcomeOfAnswer(answer: number): Outcome {
  const action = ACTION_OF.get((answer & 0xffff_0000) >>> 0) ?? 'SCMP_ACT_KILL_PROCESS';
  const data = answer & 0xffff;
  if (action === 'SCMP_ACT_ERRNO') return { action, errno: Math.min(data, MAX_ERRNO) };
  return { action, errno: action === 'SCMP_ACT_TRACE' ? data : null };
}
