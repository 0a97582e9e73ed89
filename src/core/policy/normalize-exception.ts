import { quote } from '../excerpt.js';
import { isSyscallName, suggestSyscall } from '../seccomp/syscalls.js';
import { capabilityName } from './capability-name.js';
import type { Cursor } from './cursor.js';
import { mistake, refused, type Parsed } from './mistake.js';
import type { Exception } from './policy.js';
import type * as Written from './written.generated.js';

/** An exception; `null` when its capability is none. A call that no kernel has is told, and kept: kernels learn new ones. */
export function normalizeException(written: Written.Exception, cursor: Cursor): Exception | null {
  const grant = normalizeGrant(written, cursor);
  const expires = cursor.in('expires').take(calendarDate(written.expires), null);
  return grant === null || expires === null ? null : { grant, reason: written.reason, expires };
}

function normalizeGrant({ syscall, capability }: Written.Exception, cursor: Cursor): Exception['grant'] | null {
  if (syscall === undefined) {
    const name = capability === undefined ? null : cursor.in('capability').take(capabilityName(capability), null);
    return name === null ? null : { kind: 'capability', name };
  }
  if (!isSyscallName(syscall)) cursor.in('syscall').note(unknownSyscall(syscall));
  return { kind: 'syscall', name: syscall };
}

function unknownSyscall(name: string): ReturnType<typeof mistake> {
  const near = suggestSyscall(name);
  const advice = near === null ? 'Correct or remove it.' : `Did you mean ${near}?`;
  return mistake(`unknown syscall ${quote(name)}`, advice, { rule: 'unknown-syscall', grants: [name] });
}

function calendarDate(text: string): Parsed<string> {
  const date = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return exists ? { value: text } : refused(`there is no day ${text}`, 'Write a date such as 2027-03-01.');
}
