import { resultDifferences } from '../core/diff/result-differences.js';
import type { CheckResult } from '../core/result.js';
import { VERDICTS } from '../core/verdict.js';
import { badgeText } from './badge/badge-text.js';
import { markdownCode, markdownText } from './escape/markdown.js';
import { adviceFor } from './facts/advice.js';
import { digest } from '../core/digest.js';
import { headline } from './facts/headline.js';
import { ranked } from './facts/ranked.js';
import { subjectsOf, verdictText, type Subject } from './facts/subject.js';
import { count } from './facts/wording.js';
import { place, statement } from './finding-line.js';
import { baselineBlocks, changeBlocks } from './markdown/baseline-blocks.js';
import { fold } from './markdown/fold.js';
import { MARKS } from './markdown/marks.js';
import { within } from './markdown/within.js';

/** Bytes for each part; GitHub takes 65,536 characters in all. */
const BUDGETS = { subjects: 22_000, grants: 10_000, behaviour: 8_000, findings: 12_000 } as const;

/** Room for one sentence in a comment, in UTF-16 units. */
const SENTENCE = 400;

/**
 * The result as a pull-request comment that is replaced on every run: it begins with a hidden marker by which it is found again,
 * one for each policy. Then verdicts and what to change, and what is not as in the base, if there is one. At most 65,536 characters.
 */
export function comment(result: CheckResult, base: CheckResult | null): string {
  const subjects = subjectsOf(result).toSorted((a, b) => VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict));
  const pages = within({
    parts: subjects.map((subject) => page(subject, result)),
    budget: BUDGETS.subjects,
    more: (cut) => `_and ${count(cut, 'more service')}, see the report files_`,
  });
  const blocks = [
    `<!-- tightfit-comment ${digest(result.policy.file)} -->`,
    `## ${MARKS[result.verdict]} Confinement: ${badgeText(result).message}`,
    ...pages,
    ...changes(result, base),
    ...findings(result),
    footer(result),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function page(subject: Subject, result: CheckResult): string {
  const { items, hidden } = adviceFor(subject, result);
  const advice = items.map((item) => `- ${markdownText(item, SENTENCE)}`);
  return [
    `### ${MARKS[subject.verdict]} ${markdownText(subject.name, 100)}: ${verdictText(subject, result)}`,
    markdownText(headline(subject, result), SENTENCE),
    ...(advice.length === 0 ? [] : [[...advice, ...(hidden === 0 ? [] : [`- and ${hidden} more`])].join('\n')]),
  ].join('\n\n');
}

/** A base that is given wins: a run on a pull request may have another baseline. */
function changes(result: CheckResult, base: CheckResult | null): readonly string[] {
  if (base === null) return baselineBlocks(result.baseline, BUDGETS);
  return ['### Against the base', ...changeBlocks(resultDifferences({ before: base, after: result }), BUDGETS)];
}

function findings({ findings: listed, findingCount }: CheckResult): readonly string[] {
  if (findingCount === 0) return [];
  const rows = ranked(listed).map((finding) => {
    const where = place(finding);
    const start = where === '' ? '' : ` ${markdownCode(where)}`;
    return `- **${finding.severity}**${start} ${markdownText(statement(finding), SENTENCE)} <sub>${finding.rule}</sub>`;
  });
  const more = (cut: number): string => `- and ${count(cut + findingCount - listed.length, 'more finding')}`;
  const shown = within({ parts: rows, budget: BUDGETS.findings, more });
  return [fold(findingCount === 1 ? 'The finding' : 'All findings', shown.join('\n'))];
}

function footer({ tool, run, environment }: CheckResult): string {
  const machine = environment === null ? 'no engine was asked' : `${environment.engine}, Linux ${environment.kernel}`;
  return `<sub>${markdownText(`tightfit ${tool.version}, run ${run.id}, ${machine}`, SENTENCE)}</sub>`;
}
