import type { RefusedRow, SyscallRow } from '../fit/syscall-report.js';
import type { ServiceResult } from '../result.js';

/** Names told in one sentence, and programs of one call; the comparison in the result has all. */
const NAMES = 12;
const PROGRAMS = 3;

/** `the service now uses ptrace (by gdb, first in "fetch"), which it did not in the baseline`. Foreign text. */
export function newUseText(names: readonly string[], { syscalls }: Pick<ServiceResult, 'syscalls'>): string {
  const told = names.map((name) => {
    const row = syscalls?.rows.find((each) => each.name === name);
    return row === undefined ? name : `${name}${byWhom(row)}`;
  });
  return `the service now uses ${listed(told)}, which it did not in the baseline`;
}

function byWhom({ programs, firstStep, tier }: SyscallRow): string {
  const who = programs.length === 0 ? [] : [`by ${listed(programs, PROGRAMS)}`];
  const when = firstStep === null ? [] : [`first in "${firstStep}"`];
  const grave = tier === 'T3' ? ["refused by Docker's current default"] : [];
  const parts = [...who, ...when, ...grave];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** `the service is now refused ptrace (EPERM, gdb in "fetch"), which was not refused in the baseline`. Foreign text. */
export function newRefusalText(names: readonly string[], { syscalls }: Pick<ServiceResult, 'syscalls'>): string {
  const told = names.map((name) => {
    const row = syscalls?.refused.find((each) => (each.name ?? 'not named') === name);
    return row === undefined ? name : `${name} (${whereRefused(row)})`;
  });
  const were = names.length === 1 ? 'was' : 'were';
  return `the service is now refused ${listed(told)}, which ${were} not refused in the baseline`;
}

function whereRefused({ answer, program, firstStep }: RefusedRow): string {
  return `${answer}, ${program} in "${firstStep}"`;
}

/** What the baseline used and this run does not. */
export function vanishedText(names: readonly string[]): string {
  return `the service used ${listed(names)} in the baseline and not in these tests`;
}

function listed(names: readonly string[], most = NAMES): string {
  const [shown, more] = names.length <= most ? [names, 0] : [names.slice(0, most), names.length - most];
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}
