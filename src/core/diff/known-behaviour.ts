import type { ServiceResult } from '../result.js';

/** What tells how far a service's behaviour is known. */
export type Behaving = Pick<ServiceResult, 'declared' | 'syscalls'>;

/**
 * Why what was not seen of a service may have happened all the same: a clause, `null` when it did not. A record shows what was done;
 * only a complete one of a run that came to its end shows what was not.
 */
export function whyNotKnown({ declared, syscalls }: Behaving): string | null {
  if (declared === null) return 'it was not run';
  if (syscalls?.recorded !== true) return 'what it used was not recorded';
  if (!declared.works) return 'it did not work, so that its tests did not all run';
  const { complete, reasons } = syscalls.completeness;
  return complete ? null : `its record is incomplete (${reasons.join('; ')})`;
}
