import type { Finding } from '../../core/finding.js';
import { RULES, type RuleId } from '../../core/rules.js';
import { judge } from '../../core/verdict.js';
import { xmlText } from '../escape/xml.js';
import { count } from '../facts/wording.js';
import { findingLine } from '../finding-line.js';
import type { Outcome, TestCase } from './test-case.js';

/** How many findings of one rule are told in full. */
const TOLD = 50;

/** Room for one finding, in UTF-16 units. */
const LINE_LENGTH = 3000;

/**
 * A case for every rule. One that an error of it fails, or that leaves the service unjudged, is told as such; warnings and notes
 * do not change the verdict, so their case passes and shows them.
 */
export function ruleCases(subject: string, findings: readonly Finding[]): readonly TestCase[] {
  const byRule = new Map<RuleId, Finding[]>(ruleIds().map((rule) => [rule, []]));
  for (const finding of findings) byRule.get(finding.rule)?.push(finding);
  return ruleIds().map((rule) => ({
    className: `${subject}: rules`,
    name: rule,
    duration: 0,
    outcome: outcomeOf(byRule.get(rule) ?? []),
  }));
}

function ruleIds(): readonly RuleId[] {
  return Object.keys(RULES) as RuleId[];
}

function outcomeOf(findings: readonly Finding[]): Outcome {
  const [first] = findings.filter(({ severity }) => severity === 'error');
  const lines = told(findings);
  if (first === undefined) return { kind: 'passed', remarks: lines };
  return { kind: judge(findings) === 'unjudged' ? 'error' : 'failure', message: first.message, lines };
}

function told(findings: readonly Finding[]): readonly string[] {
  const lines = findings.slice(0, TOLD).map((finding) => xmlText(findingLine(finding), LINE_LENGTH));
  return findings.length <= TOLD ? lines : [...lines, `and ${count(findings.length - TOLD, 'more finding')}`];
}
