import type { Cursor } from './cursor.js';
import { contradiction } from './mistake.js';
import type { RunOptions, SeccompChoice } from './policy.js';
import { parseSecurityOption, type SecurityOption } from './security-option.js';

/** What `security_opt` says; each option at most once. */
export function normalizeSecurity(
  written: readonly string[],
  cursor: Cursor,
): Pick<RunOptions, 'seccomp' | 'noNewPrivileges'> {
  const options = cursor.takeEach(written, parseSecurityOption);
  options.forEach(({ name }, index) => {
    if (options.findIndex((option) => option.name === name) === index) return;
    cursor.in(index).note(contradiction(`${name} is given twice, and only one can hold`, 'Keep one of them.'));
  });
  return { seccomp: seccompOf(options), noNewPrivileges: options.some((option) => 'on' in option && option.on) };
}

function seccompOf(options: readonly SecurityOption[]): SeccompChoice {
  const chosen = options.find((option) => option.name === 'seccomp');
  return chosen?.choice ?? { kind: 'default' };
}
