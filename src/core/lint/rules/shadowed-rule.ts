import { listNames } from '../../fit/list-names.js';
import { deadGroups } from '../dead-group.js';
import type { LintContext, LintRule, Observation } from '../rule.js';
import { placeOfName } from '../written-rule.js';

export const SHADOWED_RULE: LintRule = { id: 'shadowed-rule', check: shadowedRule };

/** Of two rules without conditions libseccomp keeps the first, whatever the second says. */
function shadowedRule(context: LintContext): readonly Observation[] {
  return deadGroups(context, 'shadowed').map(({ rule, by, names }) => ({
    message: `${rule.action} for ${listNames(names, 8)} never counts: the rule at line ${by.location.line} says ${by.action} without conditions, and the first of two such rules wins`,
    advice: 'Keep the one that is meant.',
    location: placeOfName(rule, names[0] ?? ''),
    grants: names,
  }));
}
