import type { ReportingDescriptor } from 'sarif';
import { ruleOf, type RuleId } from '../../core/rules.js';
import { sentence } from '../facts/wording.js';
import { RULE_HELP } from './rule-help.generated.js';
import { securitySeverity } from './security-severity.js';

/** Where every rule is explained. */
const PAGE = 'https://github.com/tightfit/tightfit/blob/main/docs/rules.md';

/** GitHub's and SARIF's word for each severity is the same. */
const LEVELS = { error: 'error', warning: 'warning', note: 'note' } as const;

/**
 * A rule as code scanning shows it beside an alert.
 * Source: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function ruleDescriptor(rule: RuleId): ReportingDescriptor {
  const { title, chapter, severity } = ruleOf(rule);
  const url = `${PAGE}#${rule}`;
  const parts = RULE_HELP[rule] ?? [];
  return {
    id: rule,
    name: pascalCase(rule.includes('-') ? rule : `${chapter}-${rule}`),
    shortDescription: { text: sentence(title) },
    fullDescription: { text: plain(parts[0] ?? sentence(title)) },
    help: {
      text: [...parts.map(plain), `See ${url}`].join('\n\n'),
      markdown: [...parts, `[More about ${rule}](${url})`].join('\n\n'),
    },
    helpUri: url,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      'security-severity': securitySeverity(rule).toFixed(1),
      precision: 'very-high',
      'problem.severity': severity === 'note' ? 'recommendation' : severity,
      tags: ['security', 'container', `tightfit/${chapter}`],
    },
  };
}

function pascalCase(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** Markdown of ours as plain text. */
function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\([^)]+\)/gu, '$1').replace(/[`*]/gu, '');
}
