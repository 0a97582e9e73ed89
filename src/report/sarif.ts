import type { Log, Result, Run } from 'sarif';
import type { Finding } from '../core/finding.js';
import type { CheckResult } from '../core/result.js';
import type { RuleId } from '../core/rules.js';
import { utf8Length } from './escape/neutralize.js';
import { sarifUri } from './escape/sarif.js';
import { findingsBySubject, type SubjectFindings } from './facts/findings-by-subject.js';
import { ranked } from './facts/ranked.js';
import { count } from './facts/wording.js';
import { printable } from './json.js';
import { fingerprints } from './sarif/fingerprint.js';
import { resultOfFinding } from './sarif/result-of-finding.js';
import { ruleDescriptor } from './sarif/rule-descriptor.js';

/** Runs in one file, results and bytes that code scanning takes, the latter with room for what is left out being told. */
const MOST_RUNS = 20;
const MOST_RESULTS = 25_000;
const MOST_BYTES = 9_900_000;

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/**
 * The findings as SARIF 2.1.0 for code scanning, a run for each service. What is above its limits is left out, the least grave
 * first, and the run says how many.
 * Source: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function sarif(result: CheckResult): string {
  const drafts = findingsBySubject(result, MOST_RUNS).map((subject) => draftOf(subject, result));
  const kept = keptResults(drafts);
  const unlisted = result.findingCount - result.findings.length;
  const runs = drafts.map(({ run, results }, index) => {
    const shown = results.filter((one) => kept.has(one));
    const left = results.length - shown.length + (index === 0 ? unlisted : 0);
    return { ...run, invocations: [invocation(left)], results: shown };
  });
  return `${printable(JSON.stringify(logOf(runs)))}\n`;
}

function logOf(runs: Run[]): Log {
  return { $schema: SCHEMA, version: '2.1.0', runs };
}

/** A run, and what would be its results if there were no limits. */
interface Draft {
  readonly run: Run;
  readonly results: readonly Result[];
}

function draftOf({ service, findings }: SubjectFindings, { tool, policy }: CheckResult): Draft {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const run: Run = {
    tool: {
      driver: {
        name: 'Tightfit',
        version: tool.version,
        semanticVersion: tool.version,
        informationUri: 'https://github.com/tightfit/tightfit',
        rules: rules.map(ruleDescriptor),
      },
    },
    automationDetails: { id: `tightfit/${sarifUri(policy.file)}/${service === null ? '' : `${sarifUri(service)}/`}` },
    columnKind: 'utf16CodeUnits',
  };
  return { run, results: resultsOf(findings, rules, policy.file) };
}

/** The gravest first, for code scanning shows the first 5,000. Fingerprints follow the order of the result, whatever is cut. */
function resultsOf(findings: readonly Finding[], rules: readonly RuleId[], policyFile: string): readonly Result[] {
  const prints = fingerprints(findings);
  const printOf = new Map(findings.map((finding, index) => [finding, prints[index] ?? '']));
  const indexOf = new Map(rules.map((rule, index) => [rule, index]));
  return ranked(findings).map((finding) =>
    resultOfFinding(finding, {
      ruleIndex: indexOf.get(finding.rule) ?? -1,
      fingerprint: printOf.get(finding) ?? '',
      fallback: { file: policyFile, line: 1, column: 1 },
    }),
  );
}

/** As many as fit beside the runs themselves, the gravest of all runs first. */
function keptResults(drafts: readonly Draft[]): ReadonlySet<Result> {
  const all = drafts.flatMap(({ results }) => results);
  const order = (['error', 'warning', 'note'] as const).flatMap((level) => all.filter((one) => one.level === level));
  let bytes = utf8Length(JSON.stringify(logOf(drafts.map(({ run }) => run))));
  const fits = order.findIndex((one, index) => {
    bytes += utf8Length(JSON.stringify(one)) + 1;
    return bytes > MOST_BYTES || index >= MOST_RESULTS;
  });
  return new Set(fits === -1 ? order : order.slice(0, fits));
}

function invocation(left: number): NonNullable<Run['invocations']>[number] {
  if (left === 0) return { executionSuccessful: true };
  const text = `${count(left, 'more finding')} left out, for this file is full.`;
  return { executionSuccessful: true, toolExecutionNotifications: [{ level: 'warning', message: { text } }] };
}
