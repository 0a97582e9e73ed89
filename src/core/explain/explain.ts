import { CAPABILITIES, parseCapability } from '../capability/names.js';
import { isSyscallName, suggestSyscall } from '../seccomp/syscalls.js';
import { parseRule, ruleIds } from '../rules.js';
import { suggest } from '../suggest.js';
import { capabilityPage } from './capability-page.js';
import type { ExplainedPage } from './page.js';
import { rulePage } from './rule-page.js';
import { syscallPage } from './syscall-page.js';

/** What a name means: a rule, a syscall, a capability, or both of the latter (`chown`); in any case, a capability with or without `CAP_`. */
export type Explained =
  | { readonly known: true; readonly pages: readonly ExplainedPage[] }
  /** `suggestion`: the name most likely meant, `null` when none is near. */
  | { readonly known: false; readonly suggestion: string | null };

/** Everything that is known about a name without a run. */
export function explain(name: string): Explained {
  const wanted = name.trim();
  const syscall = wanted.toLowerCase();
  const capability = parseCapability(wanted);
  const rule = parseRule(syscall);
  const pages = [
    ...(isSyscallName(syscall) ? [syscallPage(syscall)] : []),
    ...(capability === null ? [] : [capabilityPage(capability)]),
    ...(rule === null ? [] : [rulePage(rule)]),
  ];
  return pages.length > 0 ? { known: true, pages } : { known: false, suggestion: suggestionFor(syscall) };
}

function suggestionFor(word: string): string | null {
  const bare = word.replace(/^cap_/, '');
  const capability = suggest(bare, CAPABILITIES);
  if (bare !== word) return capability;
  return suggestSyscall(word) ?? capability ?? suggest(word, ruleIds());
}
