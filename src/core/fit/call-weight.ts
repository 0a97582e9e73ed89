import { syscallRisk, type SyscallRisk } from '../seccomp/risk.js';
import { dangerousArguments } from './dangerous-argument.js';
import { closes, type GrantedCall } from './granted-call.js';

/** What leaving a call open costs in the looseness score. */
export interface CallWeight {
  readonly tier: SyscallRisk['tier'];
  /** The tier's weight, a quarter of it where a condition on arguments closes the dangerous part. */
  readonly weight: number;
  readonly reason: string;
}

const CLOSED = 0.25;
/** As data/syscall-risk.csv has it for calls that Docker's current default does not name yet. */
const UNREVIEWED = { tier: 'T2', weight: 3, reason: 'not reviewed' } as const;

/** The weight of a granted call. */
export function callWeight({ name, condition }: GrantedCall): CallWeight {
  const { tier, weight, reason } = syscallRisk(name) ?? UNREVIEWED;
  const dangers = dangerousArguments(name);
  const closed = condition !== null && dangers.length > 0 && dangers.every((danger) => closes(condition, danger));
  return { tier, weight: closed ? weight * CLOSED : weight, reason };
}
