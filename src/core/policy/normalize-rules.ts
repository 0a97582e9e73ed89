import { quote } from '../excerpt.js';
import { whyFixed, type RuleSetting } from '../rule-setting.js';
import { parseRule, ruleIds, type RuleId } from '../rules.js';
import { gateOf } from '../standards/control.js';
import type { StandardId } from '../standards/standard.js';
import { suggest } from '../suggest.js';
import type { Cursor } from './cursor.js';
import { contradiction, mistake, type Mistake } from './mistake.js';
import type * as Written from './written.generated.js';

/**
 * The settings of a `rules` block, the cursor standing at it. Ids of no rule, of rules that cannot be set and of those that one of
 * the policy's standards asks for are noted.
 */
export function normalizeRules(
  written: Written.Rules | undefined,
  standards: readonly StandardId[],
  cursor: Cursor,
): readonly RuleSetting[] {
  return Object.entries(written ?? {}).flatMap(([id, { severity, reason }]) => {
    const rule = parseRule(id);
    const wrong =
      rule === null ? unknownRule(id) : (fixedRule(rule) ?? overruled({ rule, severity, reason }, standards));
    if (wrong !== null) cursor.in(id).note(wrong, 'key');
    return rule === null || wrong !== null ? [] : [{ rule, severity, reason }];
  });
}

function unknownRule(id: string): Mistake {
  const near = suggest(id, ruleIds());
  return mistake(`unknown rule ${quote(id)}`, near === null ? 'Remove it.' : `Did you mean ${near}?`);
}

function fixedRule(rule: RuleId): Mistake | null {
  const why = whyFixed(rule);
  return why === null ? null : mistake(`${rule} cannot be set: ${why}`, 'Remove it.');
}

function overruled({ rule, severity }: RuleSetting, standards: readonly StandardId[]): Mistake | null {
  const standard = severity === 'error' ? null : gateOf(standards, rule);
  if (standard === null) return null;
  const message = `${rule} is set to ${severity}, and ${standard}, which the policy holds its services to, asks for it`;
  return contradiction(message, 'Keep one of them.');
}
