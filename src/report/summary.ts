import type { Finding } from '../core/finding.js';
import type { CheckResult } from '../core/result.js';
import { markdownCode, markdownText } from './escape/markdown.js';
import { VERDICTS } from '../core/verdict.js';
import { headline } from './facts/headline.js';
import { ranked } from './facts/ranked.js';
import { subjectsOf, verdictText, type Subject } from './facts/subject.js';
import { count } from './facts/wording.js';
import { place, statement } from './finding-line.js';
import { baselineBlocks } from './markdown/baseline-blocks.js';
import { fold } from './markdown/fold.js';
import { MARKS } from './markdown/marks.js';
import { serviceBlocks } from './markdown/service-blocks.js';
import { standardBlocks } from './markdown/standard-blocks.js';
import { table } from './markdown/table.js';
import { within } from './markdown/within.js';

/** Bytes. GitHub refuses a step's summary above 1 MiB. */
const SERVICES_BUDGET = 500_000;
/** For what differs from the baseline. */
const CHANGES = { grants: 40_000, behaviour: 40_000 };
/** For what counts and for notes each. */
const FINDINGS_BUDGET = 100_000;

/**
 * The result as GitHub-flavoured Markdown for the run page: verdict first, then what failed and what to change, how grants fit use,
 * what the verdict rests on, findings. At most 900 KB: what does not fit is cut, with a line that says how much.
 */
export function summary(result: CheckResult): string {
  const subjects = subjectsOf(result).toSorted(worstFirst);
  const pages = within({
    parts: subjects.map((subject) => page(subject, result)),
    budget: SERVICES_BUDGET,
    more: (cut) => `_and ${count(cut, 'more service')}, see the report files_`,
  });
  return `${[...overview(subjects, result), ...pages, ...baselineBlocks(result.baseline, CHANGES), ...standardBlocks(result), ...findings(result), footer(result)].join('\n\n')}\n`;
}

function worstFirst(a: Subject, b: Subject): number {
  return VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict);
}

function overview(subjects: readonly Subject[], result: CheckResult): readonly string[] {
  if (subjects.length < 2) return [];
  const rows = subjects.map((subject) => [
    markdownText(subject.name),
    `${MARKS[subject.verdict]} ${verdictText(subject, result)}`,
    markdownText(headline(subject, result)),
  ]);
  return [table(['Service', 'Verdict', 'Why'], rows)];
}

function page(subject: Subject, result: CheckResult): string {
  const { name, verdict, service } = subject;
  return [
    `## ${MARKS[verdict]} ${markdownText(name)}: ${verdictText(subject, result)}`,
    markdownText(headline(subject, result)),
    ...(service === null ? [] : serviceBlocks({ ...subject, service }, result)),
  ].join('\n\n');
}

function findings({ findings: listed, findingCount }: CheckResult): readonly string[] {
  if (listed.length === 0) return [];
  const hidden = findingCount - listed.length;
  const notes = listed.filter(({ severity }) => severity === 'note');
  const rest = ranked(listed).slice(0, listed.length - notes.length);
  const shown = [...rows(rest), ...(hidden > 0 ? [`- and ${count(hidden, 'more finding')} not listed`] : [])];
  return [
    `### ${count(findingCount, 'finding')}`,
    ...(shown.length === 0 ? [] : [shown.join('\n')]),
    ...remarks(rows(notes), shown.length > 0),
  ];
}

/** Notes are folded where something stands above them. */
function remarks(notes: readonly string[], isFolded: boolean): readonly string[] {
  const lines = notes.join('\n');
  if (notes.length === 0) return [];
  return [isFolded ? fold('Notes', lines) : lines];
}

function rows(listed: readonly Finding[]): readonly string[] {
  const more = (cut: number): string => `- and ${count(cut, 'more finding')}`;
  return within({ parts: listed.map(row), budget: FINDINGS_BUDGET, more });
}

function row(finding: Finding): string {
  const where = place(finding);
  const start = where === '' ? '' : ` ${markdownCode(where)}`;
  return `- **${finding.severity}**${start} ${markdownText(statement(finding), 2000)} <sub>${finding.rule}</sub>`;
}

function footer({ tool, run, policy }: CheckResult): string {
  const file = policy.sha256 === null ? '' : `, SHA-256 ${markdownCode(policy.sha256.slice(0, 12))}`;
  return `<sub>${markdownText(`tightfit ${tool.version}, run ${run.id}, policy ${policy.file}`)}${file}</sub>`;
}
