import type { Cursor } from './cursor.js';
import { contradiction } from './mistake.js';
import type { LabelChoice, RunOptions } from './policy.js';
import { parseSecurityOption, type SecurityOption } from './security-option.js';

/** What `security_opt` says; each option, and each part of a label, at most once. */
export function normalizeSecurity(
  written: readonly string[],
  cursor: Cursor,
): Pick<RunOptions, 'seccomp' | 'noNewPrivileges' | 'appArmor' | 'label'> {
  const options = cursor.takeEach(written, parseSecurityOption);
  const names = options.map(nameOf);
  names.forEach((name, index) => {
    if (names.indexOf(name) === index) return;
    cursor.in(index).note(contradiction(`${name} is given twice, and only one can hold`, 'Keep one of them.'));
  });
  noteDisabled(names, cursor);
  return {
    seccomp: options.find((option) => option.name === 'seccomp')?.choice ?? { kind: 'default' },
    noNewPrivileges: options.some((option) => 'on' in option && option.on),
    appArmor: options.find((option) => option.name === 'apparmor')?.profile ?? { kind: 'default' },
    label: labelOf(options),
  };
}

function nameOf(option: SecurityOption): string {
  return option.name === 'label' ? `label=${option.part}` : option.name;
}

/** A label that is turned off has no parts. */
function noteDisabled(names: readonly string[], cursor: Cursor): void {
  if (!names.includes('label=disable')) return;
  names.forEach((name, index) => {
    if (!name.startsWith('label=') || name === 'label=disable') return;
    const message = `${name} has no effect beside label=disable`;
    cursor.in(index).note(contradiction(message, 'Keep one of them.'));
  });
}

function labelOf(options: readonly SecurityOption[]): LabelChoice {
  const labels = options.filter((option) => option.name === 'label');
  if (labels.some(({ part }) => part === 'disable')) return { kind: 'disabled' };
  const parts = labels.flatMap((option) => ('value' in option ? [[option.part, option.value] as const] : []));
  return parts.length === 0 ? { kind: 'default' } : { kind: 'parts', parts: Object.fromEntries(parts) };
}
