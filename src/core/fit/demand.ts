import { DEMANDS } from './demand.generated.js';

/** How common the need for a call is among measured applications. */
export interface SyscallDemand {
  /** How many call it. */
  readonly callers: number;
  /** How many of them fail without it. */
  readonly dependants: number;
}

/** Applications measured. */
export const MEASURED_APPLICATIONS = 125;

/**
 * How common the need for a call is; zeros for a name that was not seen. Counts are in data/syscall-risk.csv, row by row, from
 * Loupe (https://github.com/unikraft/loupe).
 */
export function syscallDemand(name: string): SyscallDemand {
  const [callers, dependants] = Object.hasOwn(DEMANDS, name) ? (DEMANDS[name] ?? [0, 0]) : [0, 0];
  return { callers, dependants };
}
