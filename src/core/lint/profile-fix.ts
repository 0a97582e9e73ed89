import type { Location } from '../finding.js';
import type { Fix } from '../fix.js';
import { afterString, editBetween } from '../seccomp/json-fix.js';
import type { Profile, SyscallRule } from '../seccomp/profile.js';

/** Names in a rule, by their positions, that one fix takes out. */
export interface SurplusNames {
  readonly rule: SyscallRule;
  /** Ascending; fewer than the rule has. */
  readonly indexes: readonly number[];
}

/** Takes names out of a rule that keeps others. */
export function removeNames(title: string, { rule, indexes }: SurplusNames): Fix {
  const last = rule.names.length - 1;
  const kept = rule.names.flatMap((_, index) => (indexes.includes(index) ? [] : [index]));
  const lastKept = kept.at(-1) ?? -1;
  const inner = indexes.filter((index) => index < lastKept);
  const edits = inner.map((index) => editBetween(placeAt(rule, index), placeAt(rule, index + 1), ''));
  const tail = lastKept < last ? [editBetween(endOf(rule, lastKept), endOf(rule, last), '')] : [];
  return { title, edits: [...edits, ...tail] };
}

/** Takes a whole rule out. Where it is the last one, a person has to: the comma before it would stay. */
export function removeRule(title: string, profile: Profile, rule: SyscallRule): Fix {
  const next = profile.rules[profile.rules.indexOf(rule) + 1];
  return { title, edits: next === undefined ? [] : [editBetween(rule.location, next.location, '')] };
}

/** Adds names to the first rule that allows without conditions; without one, or at a rule that is no list, a person has to. */
export function allowNames(title: string, profile: Profile, names: readonly string[]): Fix {
  const home = profile.rules.find(isPlainAllow);
  const [first] = home?.nameLocations ?? [];
  if (first === undefined) return { title, edits: [] };
  return { title, edits: [editBetween(first, first, names.map((name) => `${JSON.stringify(name)}, `).join(''))] };
}

/** Adds a rule before all others. */
export function insertRule(title: string, profile: Profile, rule: object): Fix {
  const [first] = profile.rules;
  if (first === undefined) return { title, edits: [] };
  return { title, edits: [editBetween(first.location, first.location, `${JSON.stringify(rule)},\n    `)] };
}

function isPlainAllow({ action, args, includes, excludes, names }: SyscallRule): boolean {
  const unscoped = [includes, excludes].every(
    (scope) => scope.arches.length === 0 && scope.capabilities.length === 0 && scope.minKernel === null,
  );
  return action === 'SCMP_ACT_ALLOW' && args.length === 0 && unscoped && names.length > 1;
}

function placeAt(rule: SyscallRule, index: number): Location {
  return rule.nameLocations[index] ?? rule.location;
}

function endOf(rule: SyscallRule, index: number): Location {
  return afterString(placeAt(rule, index), rule.names[index] ?? '');
}
