import { listNames } from '../../fit/list-names.js';
import { deadGroups } from '../dead-group.js';
import type { LintContext, LintRule, Observation } from '../rule.js';
import { placeOfName } from '../written-rule.js';

export const CONDITIONAL_RULE_UNREACHABLE: LintRule = {
  id: 'conditional-rule-unreachable',
  check: conditionalRuleUnreachable,
};

/** A rule without conditions beats every rule with conditions for its call, wherever it stands. */
function conditionalRuleUnreachable(context: LintContext): readonly Observation[] {
  return deadGroups(context, 'unreachable').map(({ rule, by, names }) => ({
    message: `the conditions on ${listNames(names, 8)} are never looked at: the rule at line ${placeOfName(by, names[0] ?? '').line} says ${by.action} for any arguments, and a rule without conditions wins wherever it stands`,
    advice: `Remove ${names.length === 1 ? 'the name' : 'the names'} there to let the conditions decide, or remove this rule.`,
    location: placeOfName(rule, names[0] ?? ''),
    grants: names,
  }));
}
