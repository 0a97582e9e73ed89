import { SYSCALL_RISKS } from './risk.generated.js';

/**
 * How dangerous a syscall is to leave open. T3: refused by Docker's current default; T2: privileged, in published kernel
 * exploits or an exploit primitive; T1: ordinary; T0: only gives information or reaches no kernel code.
 */
export interface SyscallRisk {
  readonly tier: 'T0' | 'T1' | 'T2' | 'T3';
  /** 10, 3, 1 or 0.2: what an unused one costs in the looseness score. */
  readonly weight: number;
  readonly reason: string;
  /** systemd's groups it belongs to, e.g. `@network-io`. */
  readonly groups: readonly string[];
  /** Kernel CVEs whose exploit needs it. */
  readonly cveCount: number;
}

/** How dangerous a syscall is, `null` for a name of no x86_64 call. Sources are in data/syscall-risk.csv, row by row. */
export function syscallRisk(name: string): SyscallRisk | null {
  return Object.hasOwn(SYSCALL_RISKS, name) ? (SYSCALL_RISKS[name] ?? null) : null;
}
