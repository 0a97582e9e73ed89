import type { Fix } from '../fix.js';
import type { Profile, SyscallRule } from '../seccomp/profile.js';
import { allowNames, removeNames, removeRule } from './profile-fix.js';

/**
 * Adds names to what is allowed and takes them out of the rules that refuse them whatever their arguments: libseccomp does not take
 * two such rules for one call.
 */
export function allowInstead(title: string, profile: Profile, names: readonly string[]): Fix {
  const added = allowNames(title, profile, names);
  if (added.edits.length === 0) return added;
  const removed = profile.rules.filter(refusesAlways).map((rule) => withoutNames(title, { profile, rule, names }));
  const manual = removed.some((fix) => fix !== null && fix.edits.length === 0);
  return { title, edits: manual ? [] : [...added.edits, ...removed.flatMap((fix) => fix?.edits ?? [])] };
}

function refusesAlways({ action, args }: SyscallRule): boolean {
  return action !== 'SCMP_ACT_ALLOW' && args.length === 0;
}

/** `null` for a rule that has none of the names. */
function withoutNames(
  title: string,
  {
    profile,
    rule,
    names,
  }: { readonly profile: Profile; readonly rule: SyscallRule; readonly names: readonly string[] },
): Fix | null {
  const indexes = rule.names.flatMap((name, index) => (names.includes(name) ? [index] : []));
  if (indexes.length === 0) return null;
  return indexes.length === rule.names.length
    ? removeRule(title, profile, rule)
    : removeNames(title, { rule, indexes });
}
