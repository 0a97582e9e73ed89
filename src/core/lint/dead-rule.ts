import { outcomeOf, sameOutcome } from '../seccomp/action.js';
import { nativeAbi } from '../seccomp/filter.js';
import type { ArgumentCondition, RuleScope, SyscallRule } from '../seccomp/profile.js';
import { findSyscall } from '../seccomp/syscalls.js';
import type { LintContext, ResolvedProfile } from './rule.js';
import { countingRules } from './written-rule.js';

/** A name in a rule that changes nothing about its call, and the rule that decides in its place. */
export interface DeadName {
  readonly rule: SyscallRule;
  /** Position among the rule's names. */
  readonly index: number;
  readonly name: string;
  /** `duplicate`: it says what `by` says; `shadowed`: `by` wins; `unreachable`: `by` wins without looking at arguments. */
  readonly kind: 'duplicate' | 'shadowed' | 'unreachable';
  readonly by: SyscallRule;
}

/** Every name that counts for nothing on this machine, whatever capabilities and kernel its service has. */
export function deadNames(context: LintContext): readonly DeadName[] {
  const { confined } = context;
  if (confined === null) return [];
  const rules = countingRules(context).filter(({ action, errnoRet }) => !isDefault(confined, action, errnoRet));
  const abi = nativeAbi(confined.filter.machine);
  return rules.flatMap((rule, position) =>
    rule.names.flatMap((name, index) => {
      if (findSyscall(abi, name) === null) return [];
      const found = killerOf({ rules, position, name, index });
      return found === null ? [] : [{ rule, index, name, ...found }];
    }),
  );
}

function isDefault({ filter }: ResolvedProfile, action: SyscallRule['action'], errno: number | null): boolean {
  return sameOutcome(outcomeOf(action, errno), filter.defaultOutcome);
}

interface Place {
  readonly rules: readonly SyscallRule[];
  readonly position: number;
  readonly name: string;
  readonly index: number;
}

function killerOf({ rules, position, name, index }: Place): Pick<DeadName, 'kind' | 'by'> | null {
  const rule = rules[position];
  if (rule === undefined) return null;
  if (rule.names.indexOf(name) < index) return { kind: 'duplicate', by: rule };
  const rivals = rules.filter((other) => other !== rule && other.names.includes(name) && covers(other, rule));
  const earlier = rivals.filter((other) => rules.indexOf(other) < position);
  const twin = earlier.find((other) => sameEffect(other, rule) && sameConditions(other.args, rule.args));
  if (twin !== undefined) return { kind: 'duplicate', by: twin };
  const stronger = (rule.args.length > 0 ? rivals : earlier).find(({ args }) => args.length === 0);
  if (stronger === undefined) return null;
  return { kind: rule.args.length > 0 ? 'unreachable' : 'shadowed', by: stronger };
}

/** Whether a rule counts wherever the other does. */
function covers(a: SyscallRule, b: SyscallRule): boolean {
  return [a.includes, a.excludes].every(isEmpty) || sameScopes(a, b);
}

function isEmpty({ capabilities, arches, minKernel }: RuleScope): boolean {
  return capabilities.length === 0 && arches.length === 0 && minKernel === null;
}

function sameScopes(a: SyscallRule, b: SyscallRule): boolean {
  return JSON.stringify([a.includes, a.excludes]) === JSON.stringify([b.includes, b.excludes]);
}

function sameEffect(a: SyscallRule, b: SyscallRule): boolean {
  return sameOutcome(outcomeOf(a.action, a.errnoRet), outcomeOf(b.action, b.errnoRet));
}

function sameConditions(a: readonly ArgumentCondition[], b: readonly ArgumentCondition[]): boolean {
  return a.length === b.length && a.every((condition, index) => keyOf(condition) === keyOf(b[index]));
}

function keyOf(condition: ArgumentCondition | undefined): string {
  if (condition === undefined) return '';
  return [condition.index, condition.operator, condition.value, condition.valueTwo].join(' ');
}
