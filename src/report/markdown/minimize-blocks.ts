import type { MinimizeReport } from '../../core/fit/minimize-report.js';
import type { ServiceResult } from '../../core/result.js';
import { markdownCode, markdownFence, markdownText } from '../escape/markdown.js';
import {
  balances,
  breakRows,
  EFFECT_WORDS,
  FROZEN_LEGEND,
  minimizeDetails,
  refusedNames,
  untriedNames,
  type TriedRow,
} from '../facts/minimize.js';
import { proposalText, quotedFlags } from '../facts/proposal.js';
import { fold } from './fold.js';
import { table } from './table.js';

/** More rows than these are folded away. */
const UNFOLDED = 40;

/** What running without each grant showed, and what to change, a Markdown block each; none unless that was asked for. */
export function minimizeBlocks({ name, minimize }: ServiceResult): readonly string[] {
  if (minimize === null) return [];
  return [balance(minimize), ...breaks(minimize), details(minimize), ...proposal(name, minimize)];
}

function balance(report: MinimizeReport): string {
  const rows = balances(report).map(({ kind, from, used, needed, excess }) =>
    [kind, from, used ?? '', needed, excess].map(String),
  );
  return table(['Minimized', 'Granted', 'Used', 'Needed', 'Excess'], rows);
}

function breaks(report: MinimizeReport): readonly string[] {
  const rows = breakRows(report);
  if (rows.length === 0) return [];
  const head = ['Without', 'What happens', 'First failing step', 'Message', 'Program', 'Refused', 'Trial'];
  const all = table(head, rows.map(cells), ROWS_BUDGET);
  const title = '**What breaks without it**';
  const shown = rows.length > UNFOLDED ? [`${title} ${rows.length} grants`, fold('Every grant', all)] : [title, all];
  return [...shown, ...legend(report, rows)];
}

/** Bytes. */
const ROWS_BUDGET = 150_000;

const MARKS = {
  'will-not-start': '🛑',
  'not-ready': '🛑',
  'test-fails': '❌',
  'stops-uncleanly': '⚠️',
  'more-privileged': '⚠️',
  works: '✅',
} as const;

function cells(row: TriedRow): readonly string[] {
  const { name, state, effect, step, message, program, trial } = row;
  return [
    `${markdownCode(name)}${state === 'frozen' ? ' \\*' : ''}`,
    `${MARKS[effect]} ${EFFECT_WORDS[effect]}`,
    markdownText(step, 200),
    markdownText(message, 400),
    markdownText(program, 100),
    refusedNames(row).map(markdownCode).join(', '),
    trial === null ? '' : String(trial),
  ];
}

function legend(report: MinimizeReport, rows: readonly TriedRow[]): readonly string[] {
  const untried = untriedNames(report);
  const lines = [
    ...(rows.some(({ state }) => state === 'frozen') ? [`\\${FROZEN_LEGEND}`] : []),
    ...(untried.length === 0 ? [] : [`Never removed, not tried: ${untried.map(markdownCode).join(', ')}`]),
  ];
  return lines.map((line) => `<sub>${line}</sub>`);
}

function details(report: MinimizeReport): string {
  return minimizeDetails(report)
    .map(({ label, text }) => `- **${label}:** ${markdownText(text, 1000)}`)
    .join('\n');
}

function proposal(name: string, report: MinimizeReport): readonly string[] {
  const patch = report.proposal.policyPatch ?? '';
  const flags = `docker run ${quotedFlags(report.proposal).join(' \\\n  ')}`;
  return [
    `**Proposal:** ${markdownText(proposalText(name, report), 1000)}`,
    ...(patch === '' ? [] : [fence(patch, 'diff')]),
    fold('The same as flags of docker run', fence(flags, 'sh')),
  ];
}

function fence(text: string, language: 'diff' | 'sh'): string {
  return markdownFence(text, { maxLines: 200, maxBytes: 20_000, keep: 'first', language }).join('\n');
}
