import {
  parse as parseJson,
  type ArrayNode,
  type MemberNode,
  type ObjectNode,
  type ValueNode,
} from '@humanwhocodes/momoa';
import { removeElements, type Span } from '../edit/remove-elements.js';
import { applyEdits, type TextEdit } from '../edit/text-edit.js';
import { goesThrough, outcomeOf } from './action.js';
import { parseProfile } from './parse-profile.js';
import type { Profile, SyscallRule } from './profile.js';

/** Calls that a profile is to let through no longer. */
export interface CallRemoval {
  readonly names: ReadonlySet<string>;
  /** Go's name of the machine: rules that are for others only stay. */
  readonly arch: string;
}

/**
 * A profile's text without these names in the rules that let calls through; rules that become empty go, every other byte
 * stays. `null` when the text is no profile, or one that cannot be changed in place. The result has been read again: its rules
 * are the old ones without just these names.
 */
export function removeCalls(text: string, removal: CallRemoval): string | null {
  const { profile } = parseProfile('', text);
  const rules = profile === null ? null : ruleNodes(text);
  if (profile === null || rules === null || rules.elements.length !== profile.rules.length) return null;
  const plans = profile.rules.map((rule) => positionsOf(rule, removal));
  const edited = applyEdits(text, editsFor(text, rules, plans));
  return isExactly(edited, profile, plans) ? edited : null;
}

/** Whether a rule lets its calls through on this machine. */
function opens({ action, errnoRet, includes, excludes }: SyscallRule, arch: string): boolean {
  const elsewhere = (includes.arches.length > 0 && !includes.arches.includes(arch)) || excludes.arches.includes(arch);
  return goesThrough(outcomeOf(action, errnoRet)) && !elsewhere;
}

/** Which of a rule's names go. */
function positionsOf(rule: SyscallRule, { names, arch }: CallRemoval): ReadonlySet<number> {
  if (!opens(rule, arch)) return new Set();
  return new Set(rule.names.flatMap((name, index) => (names.has(name) ? [index] : [])));
}

function ruleNodes(text: string): ArrayNode | null {
  const root = parseJson(text, { mode: 'json' }).body;
  const syscalls = root.type === 'Object' ? memberOf(root, 'syscalls')?.value : undefined;
  return syscalls?.type === 'Array' ? syscalls : null;
}

function memberOf(object: ObjectNode, key: string): MemberNode | null {
  return object.members.find(({ name }) => name.type === 'String' && name.value === key) ?? null;
}

function editsFor(text: string, rules: ArrayNode, plans: readonly ReadonlySet<number>[]): readonly TextEdit[] {
  const values = rules.elements.map(({ value }) => value);
  const emptied = new Set(values.flatMap((rule, index) => (empties(rule, plans[index] ?? new Set()) ? [index] : [])));
  const within = values.flatMap((rule, index) =>
    emptied.has(index) ? [] : nameEdits(text, rule, plans[index] ?? new Set()),
  );
  return [...within, ...listEdits(text, rules, emptied)];
}

function empties(rule: ValueNode, removed: ReadonlySet<number>): boolean {
  const count = namesNode(rule)?.elements.length ?? 1;
  return removed.size > 0 && removed.size === count;
}

function nameEdits(text: string, rule: ValueNode, removed: ReadonlySet<number>): readonly TextEdit[] {
  const names = namesNode(rule);
  return names === null ? [] : listEdits(text, names, removed);
}

function namesNode(rule: ValueNode): ArrayNode | null {
  const names = rule.type === 'Object' ? memberOf(rule, 'names')?.value : undefined;
  return names?.type === 'Array' ? names : null;
}

function listEdits(text: string, list: ArrayNode, removed: ReadonlySet<number>): readonly TextEdit[] {
  const elements = list.elements.map(({ value }) => spanOf(value));
  return removeElements(text, { open: list.loc.start.offset + 1, elements, removed });
}

function spanOf({ loc }: ValueNode): Span {
  return { start: loc.start.offset, end: loc.end.offset };
}

function isExactly(edited: string, before: Profile, plans: readonly ReadonlySet<number>[]): boolean {
  const after = parseProfile('', edited).profile;
  const rules = before.rules.flatMap((rule, index) => without(rule, plans[index] ?? new Set()));
  return after !== null && meaning({ ...before, rules }) === meaning(after);
}

function without(rule: SyscallRule, removed: ReadonlySet<number>): readonly SyscallRule[] {
  const names = rule.names.filter((_, index) => !removed.has(index));
  return names.length === 0 && removed.size > 0 ? [] : [{ ...rule, names }];
}

/** A profile as text to compare by, without places. */
function meaning(profile: Profile): string {
  return JSON.stringify(profile, (key, value: unknown) => {
    if (key === 'location' || key === 'locations' || key === 'nameLocations') return null;
    return typeof value === 'bigint' ? String(value) : value;
  });
}
