import type { CheckResult } from '../../core/result.js';
import type { StandardReport } from '../../core/standards/judge-standard.js';
import { markdownCode, markdownText } from '../escape/markdown.js';
import { controlText, settingTexts, standardTally } from '../facts/standards.js';
import { fold } from './fold.js';
import { table } from './table.js';

/** How the services stand to each chosen standard, and the rules that the policy sets, a Markdown block each. */
export function standardBlocks(result: CheckResult): readonly string[] {
  return [...(result.standards ?? []).flatMap((report) => standard(report, result)), ...settings(result)];
}

const STATES = { failed: '❌ failed', 'not-judged': '❔ not judged', met: '✅ met' } as const;

function standard(report: StandardReport, result: CheckResult): readonly string[] {
  const rows = report.controls.map((control) => [
    markdownText(control.id),
    STATES[control.state],
    markdownText(controlText(control, result)),
  ]);
  const [failed, rest] = [rows.filter(([, state]) => state === STATES.failed), table(HEAD, rows)];
  return [
    `### ${report.title}: ${standardTally(report)}`,
    ...(failed.length === 0 ? [] : [table(HEAD, failed)]),
    fold('Every control', rest),
  ];
}

const HEAD = ['Control', 'State', 'What it asks for'];

function settings(result: CheckResult): readonly string[] {
  const rows = settingTexts(result).map(({ rule, effect, text }) => [markdownCode(rule), effect, markdownText(text)]);
  return rows.length === 0 ? [] : ['### Rules that the policy sets', table(['Rule', 'Effect', 'Why'], rows)];
}
