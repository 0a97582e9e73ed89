import type { CheckResult, GrantRow, ServiceResult } from '../../core/result.js';
import { markdownCode, markdownFence, markdownText } from '../escape/markdown.js';
import { detailsOf, exercised, SCOPE, stepTime } from '../facts/details.js';
import { failureOf } from '../facts/failure.js';
import { adviceFor } from '../facts/reasons.js';
import type { ServiceSubject } from '../facts/subject.js';
import { count } from '../facts/wording.js';
import { table } from './table.js';
import { within } from './within.js';

/** Bytes for a list. */
const ADVICE_BUDGET = 100_000;

/** What the run page tells about one service below its headline, a Markdown block each. */
export function serviceBlocks(subject: ServiceSubject, result: CheckResult): readonly string[] {
  const { service } = subject;
  return [
    ...grants(service.grants),
    ...failed(service),
    ...whatToChange(adviceFor(subject, result)),
    ...steps(service),
    details(service, result),
  ];
}

const STATE_MARKS = { needed: '✅', unused: '⚠️', excepted: '➖', untried: '❔' } as const;

function grants(rows: readonly GrantRow[]): readonly string[] {
  const cells = rows.map(({ name, state, evidence }) => [
    markdownCode(name),
    `${STATE_MARKS[state]} ${state}`,
    markdownText(evidence),
  ]);
  return rows.length === 0 ? [] : [table(['Granted', 'State', 'Evidence'], cells)];
}

function failed(service: ServiceResult): readonly string[] {
  const failure = failureOf(service);
  if (failure === null) return [];
  const log = failure.log.trim() === '' ? [] : [folded("End of the container's log", fence(failure.log, 'last'))];
  return [
    `**Failed:** ${markdownText(failure.step)}`,
    fence(failure.difference, 'first'),
    ...failure.end.map((line) => markdownText(line)),
    ...log,
  ];
}

function whatToChange(advice: readonly string[]): readonly string[] {
  if (advice.length === 0) return [];
  const parts = advice.map((line) => `- ${markdownText(line)}`);
  const more = (cut: number): string => `- and ${count(cut, 'more piece', 'more pieces')} of advice`;
  return [`**What to change**\n\n${within({ parts, budget: ADVICE_BUDGET, more }).join('\n')}`];
}

const STEP_MARKS = { passed: '✅', failed: '❌', skipped: '➖' } as const;

function steps({ declared }: ServiceResult): readonly string[] {
  if (declared === null) return ['**Exercised:** no, the service was not run'];
  const rows = declared.steps.map((step) => [
    markdownText(step.name),
    `${STEP_MARKS[step.state]} ${step.state}`,
    stepTime(step),
  ]);
  return [
    `**Exercised:** ${markdownText(exercised(declared))}`,
    folded('Every step', table(['Step', 'Result', 'Time'], rows)),
  ];
}

function details(service: ServiceResult, { environment }: CheckResult): string {
  const rows = detailsOf(service, environment).map(({ label, text }) => `- **${label}:** ${markdownText(text)}`);
  return [...rows, ...(service.declared === null ? [] : ['', SCOPE])].join('\n');
}

function fence(text: string, keep: 'first' | 'last'): string {
  return markdownFence(text, { maxLines: 50, maxBytes: 20_000, keep }).join('\n');
}

function folded(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
