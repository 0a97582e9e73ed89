import { ruleOf, type RuleId } from '../../core/rules.js';
import { judge, type Verdict } from '../../core/verdict.js';

/**
 * How bad a rule's finding is for security, from 0.1 to 10 as code scanning counts: critical above 9, high from 7, medium from 4.
 * A loose confinement is a security matter, a service that its confinement breaks is one of reliability.
 */
export function securitySeverity(rule: RuleId): number {
  return CRITICAL.get(rule) ?? SCORES[verdictOf(rule)][ruleOf(rule).severity];
}

function verdictOf(rule: RuleId): Verdict {
  return judge([{ rule, severity: 'error', service: null, message: '', advice: '', location: null, grants: [] }]);
}

const SCORES = {
  tight: { error: 3, warning: 2, note: 1 },
  loose: { error: 7.5, warning: 5.5, note: 3 },
  broken: { error: 4, warning: 3, note: 2 },
  unjudged: { error: 4, warning: 3, note: 1 },
} as const;

/** What brings a container close to owning the host, or takes its confinement away. */
const CRITICAL: ReadonlyMap<RuleId, number> = new Map<RuleId, number>([
  ['critical-excess', 9.1],
  ['dangerous-capability', 8.8],
  ['in-force-looser', 8.8],
  ['more-privileged', 8.1],
  ['looser-than-docker-default', 7.5],
  ['allow-by-default', 7.5],
]);
