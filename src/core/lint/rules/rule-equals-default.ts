import { listNames } from '../../fit/list-names.js';
import { outcomeOf, sameOutcome } from '../../seccomp/action.js';
import { nativeAbi, type Filter } from '../../seccomp/filter.js';
import type { SyscallRule } from '../../seccomp/profile.js';
import { findSyscall } from '../../seccomp/syscalls.js';
import { removeRule } from '../profile-fix.js';
import type { LintContext, LintRule, Observation } from '../rule.js';
import { countingRules } from '../written-rule.js';

export const RULE_EQUALS_DEFAULT: LintRule = { id: 'rule-equals-default', check: ruleEqualsDefault };

function ruleEqualsDefault(context: LintContext): readonly Observation[] {
  const { confined } = context;
  if (confined === null) return [];
  const { profile, filter } = confined;
  return countingRules(context)
    .filter(({ action, errnoRet }) => sameOutcome(outcomeOf(action, errnoRet), filter.defaultOutcome))
    .map((rule) => ({
      message: `the rule for ${listNames(rule.names)} says what the default says, so that the runtime leaves it out${rule.args.length > 0 ? ': calls that do not meet its conditions are treated the same' : ''}${borderText(filter, rule)}`,
      advice: 'Remove the rule, or give it another action than the default.',
      location: rule.location,
      grants: rule.names,
      ...(raisesBorder(filter, rule) ? {} : { fix: removeRule('Remove the rule.', profile, rule) }),
    }));
}

/** Even a rule that is left out counts for where the runtime begins to answer ENOSYS. */
function borderText(filter: Filter, rule: SyscallRule): string {
  return raisesBorder(filter, rule)
    ? '; but its names decide up to which number calls are refused by the default and not with ENOSYS'
    : '';
}

function raisesBorder(filter: Filter, { names }: SyscallRule): boolean {
  const abi = nativeAbi(filter.machine);
  const border = filter.abis.get(abi)?.highestNumber ?? null;
  return border !== null && names.some((name) => findSyscall(abi, name)?.number === border);
}
