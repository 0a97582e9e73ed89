import type { CheckResult, GrantRow, ServiceResult } from '../../core/result.js';
import { markdownCode, markdownFence, markdownText } from '../escape/markdown.js';
import { adviceFor, type Advice } from '../facts/advice.js';
import { detailsOf, exercised, SCOPE, stepTime } from '../facts/details.js';
import { explanations } from '../facts/explanations.js';
import { failureOf } from '../facts/failure.js';
import type { ServiceSubject } from '../facts/subject.js';
import { contentsBlocks } from './contents-blocks.js';
import { fitBlocks } from './fit-blocks.js';
import { fold } from './fold.js';
import { minimizeBlocks } from './minimize-blocks.js';
import { table } from './table.js';

/** What the run page tells about one service below its headline, a Markdown block each. */
export function serviceBlocks(subject: ServiceSubject, result: CheckResult): readonly string[] {
  const { service } = subject;
  return [
    ...failed(service, result),
    ...whatToChange(adviceFor(subject, result)),
    ...minimizeBlocks(service),
    ...fitBlocks(service),
    ...grants(service.grants),
    ...contentsBlocks(service),
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

function failed(service: ServiceResult, { findings }: CheckResult): readonly string[] {
  const failure = failureOf(service);
  if (failure === null) return [];
  const log = failure.log.trim() === '' ? [] : [fold("End of the container's log", fence(failure.log, 'last'))];
  return [
    `**Failed:** ${markdownText(failure.step)}`,
    fence(failure.difference, 'first'),
    ...failure.end.map((line) => markdownText(line)),
    ...likely(explanations(service, findings)),
    ...log,
  ];
}

function likely(causes: readonly string[]): readonly string[] {
  return causes.length === 0 ? [] : [`**Likely cause**\n\n${bullets(causes)}`];
}

function whatToChange({ items, hidden }: Advice): readonly string[] {
  if (items.length === 0) return [];
  const more = hidden === 0 ? [] : [`and ${hidden} more, see the findings`];
  return [`**What to change**\n\n${bullets([...items, ...more])}`];
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${markdownText(item, 1000)}`).join('\n');
}

const STEP_MARKS = { passed: '✅', failed: '❌', skipped: '➖' } as const;

function steps({ declared, minimize }: ServiceResult): readonly string[] {
  if (declared === null && minimize !== null) return [];
  if (declared === null) return ['**Exercised:** no, the service was not run'];
  const rows = declared.steps.map((step) => [
    markdownText(step.name),
    `${STEP_MARKS[step.state]} ${step.state}`,
    stepTime(step),
  ]);
  return [
    `**Exercised:** ${markdownText(exercised(declared))}`,
    fold('Every step', table(['Step', 'Result', 'Time'], rows)),
  ];
}

function details(service: ServiceResult, { environment }: CheckResult): string {
  const rows = detailsOf(service, environment).map(({ label, text }) => `- **${label}:** ${markdownText(text)}`);
  return [...rows, ...(service.declared === null ? [] : ['', SCOPE])].join('\n');
}

function fence(text: string, keep: 'first' | 'last'): string {
  return markdownFence(text, { maxLines: 50, maxBytes: 20_000, keep }).join('\n');
}
