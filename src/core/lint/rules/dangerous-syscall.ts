import { listNames } from '../../fit/list-names.js';
import { goesThrough, outcomeOf } from '../../seccomp/action.js';
import { decideByName, type Filter } from '../../seccomp/filter.js';
import type { SyscallRule } from '../../seccomp/profile.js';
import { dangerOf } from '../dangerous-call.js';
import type { LintContext, LintRule, Observation } from '../rule.js';
import { countingRules, placeOfName } from '../written-rule.js';

export const DANGEROUS_SYSCALL: LintRule = { id: 'dangerous-syscall', check: dangerousSyscall };

/** What a rule lets through for the sake of a capability is said of the capability. */
function dangerousSyscall(context: LintContext): readonly Observation[] {
  const { confined, dockerDefault } = context;
  if (confined === null) return [];
  return countingRules(context)
    .filter(({ action, errnoRet, includes }) => {
      return goesThrough(outcomeOf(action, errnoRet)) && includes.capabilities.length === 0;
    })
    .flatMap((rule) => observe(rule, dangersOf(rule, confined.filter), dockerDefault));
}

interface Danger {
  readonly danger: string;
  readonly names: readonly string[];
}

/** Calls with one danger together, in the order of the rule's names. */
function dangersOf(rule: SyscallRule, filter: Filter): readonly Danger[] {
  const open = [...new Set(rule.names)].filter((name) => decideByName(filter, name)?.rule === rule);
  const groups = new Map<string, string[]>();
  for (const name of open) {
    const danger = dangerOf(name);
    if (danger !== null) groups.set(danger, [...(groups.get(danger) ?? []), name]);
  }
  return [...groups].map(([danger, names]) => ({ danger, names }));
}

function observe(rule: SyscallRule, dangers: readonly Danger[], dockerDefault: Filter): readonly Observation[] {
  return dangers.map(({ danger, names }) => {
    const isUsual = names.every((name) => passes(dockerDefault, name));
    return {
      ...(isUsual ? { severity: 'note' } : {}),
      message: `${listNames(names, 12)} ${names.length === 1 ? 'is' : 'are'} let through${kernelText(rule)}: with ${names.length === 1 ? 'it' : 'them'} a program ${danger}${isUsual ? `; Docker's current default has ${names.length === 1 ? 'it' : 'them'} as well` : ''}`,
      advice: `Remove ${names.join(', ')} unless the service cannot work without.`,
      location: placeOfName(rule, names[0] ?? ''),
      grants: names,
    };
  });
}

function passes(filter: Filter, name: string): boolean {
  const decision = decideByName(filter, name);
  return decision !== null && goesThrough(decision);
}

/** A version that every kernel in use has is no condition. */
function kernelText({ includes: { minKernel } }: SyscallRule): string {
  if (minKernel === null) return '';
  return ` on every kernel from ${minKernel.major}.${minKernel.minor}, which is no condition any more`;
}
