import type { Machine } from './arch.js';
import { nativeAbi } from './filter.js';
import { syscallRisk } from './risk.js';
import { findSyscall } from './syscalls.js';

/**
 * Whether a call that is left out of a profile is forbidden rather than missing. Forbidden are calls that Docker's default
 * refuses, and those that systemd counts among the privileged and debugging ones, as far as they are older than Linux 5.1:
 * programs know that these exist and report EPERM as what it is. To every other call they get ENOSYS, for which they have a
 * way around where there is one.
 */
export function isForbidden(name: string, machine: Machine): boolean {
  const number = findSyscall(nativeAbi(machine), name)?.number ?? null;
  const risk = syscallRisk(name);
  if (number === null || risk === null || number >= FIRST_OF_LINUX_5_1) return false;
  return risk.tier === 'T3' || (risk.tier === 'T2' && risk.groups.some((group) => PRIVILEGED.has(group)));
}

/** From here on every architecture numbers alike: https://github.com/torvalds/linux/blob/v5.1/arch/x86/entry/syscalls/syscall_64.tbl */
const FIRST_OF_LINUX_5_1 = 424;

/** Of the groups of https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#SystemCallFilter= */
const PRIVILEGED: ReadonlySet<string> = new Set(['@privileged', '@debug']);
