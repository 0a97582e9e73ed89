import { whyFixed } from '../rule-setting.js';
import { ruleOf, type RuleId } from '../rules.js';
import { referencesOf } from '../standards/control.js';
import { impliedVerdict } from '../verdict.js';
import type { ExplainedPage } from './page.js';

/** What there is to know about a rule without its documentation. */
export function rulePage(rule: RuleId): ExplainedPage {
  const { title, severity, chapter } = ruleOf(rule);
  const references = referencesOf(rule);
  const fixed = whyFixed(rule);
  return {
    kind: 'rule',
    name: rule,
    summary: `${rule} is a rule of Tightfit: ${title.charAt(0).toLowerCase()}${title.slice(1)}.`,
    facts: [
      {
        label: 'Severity',
        text: `${severity} unless its finding says otherwise; an error makes a service ${impliedVerdict(rule)}`,
      },
      { label: 'About', text: chapter },
      { label: 'Standards', text: references.length === 0 ? 'none' : references.join(', ') },
      {
        label: 'Setting',
        text: fixed === null ? 'a policy may set it under rules' : `a policy cannot set it: ${fixed}`,
      },
      { label: 'More', text: `docs/rules.md#${rule}` },
    ],
  };
}
