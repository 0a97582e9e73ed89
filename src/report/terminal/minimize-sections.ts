import type { MinimizeReport } from '../../core/fit/minimize-report.js';
import type { ServiceResult } from '../../core/result.js';
import { block, inline, type BlockOptions } from '../escape/neutralize.js';
import {
  balances,
  breakRows,
  EFFECT_WORDS,
  FROZEN_LEGEND,
  grantName,
  minimizeDetails,
  refusalText,
  untriedNames,
  type TriedRow,
} from '../facts/minimize.js';
import { proposalText, quotedFlags } from '../facts/proposal.js';
import type { Look } from './look.js';
import { table, type TableRow } from './table.js';
import { wrap } from './wrap.js';

type Section = readonly string[];

/** What running without each grant showed, and what to change; empty sections unless that was asked for. */
export function minimizeSections({ name, minimize }: ServiceResult, look: Look): readonly Section[] {
  if (minimize === null) return [];
  return [balance(minimize, look), breaks(minimize, look), details(minimize, look), proposal(name, minimize, look)];
}

function balance(report: MinimizeReport, { palette, width }: Look): Section {
  const head = { cells: ['Minimized', 'Granted', 'Used', 'Needed'], last: 'Excess', paint: palette.bold };
  const rows = balances(report).map(({ kind, from, used, needed, excess }) => ({
    cells: [kind, String(from), used === null ? '' : String(used), String(needed)],
    last: String(excess),
  }));
  return table([head, ...rows], width);
}

/** A way to lay the table out, from so many columns on. */
interface Layout {
  readonly from: number;
  /** Of the cells, then of the last one. */
  readonly head: readonly [...string[], string];
  readonly cells: (row: TriedRow) => readonly [...string[], string];
}

/** The roomiest first. */
const LAYOUTS: readonly Layout[] = [
  {
    from: 110,
    head: ['Without', 'What happens', 'First failing step', 'Refused', 'Message'],
    cells: (row) => [
      grantName(row),
      EFFECT_WORDS[row.effect],
      inline(row.step, 40),
      inline(refusalText(row), 50),
      row.message,
    ],
  },
  {
    from: 76,
    head: ['Without', 'What happens', 'First failing step: message (refused)'],
    cells: (row) => [grantName(row), EFFECT_WORDS[row.effect], seen(row)],
  },
  {
    from: 0,
    head: ['Without', 'What happens. First failing step: message (refused)'],
    cells: (row) => [grantName(row), [EFFECT_WORDS[row.effect], seen(row)].filter((part) => part !== '').join('. ')],
  },
];

function breaks(report: MinimizeReport, look: Look): Section {
  const { palette, width } = look;
  const rows = breakRows(report);
  const layout = LAYOUTS.find(({ from }) => width >= from);
  if (rows.length === 0 || layout === undefined) return [];
  const head = { ...tableRow(layout.head), paint: palette.dim };
  const body = rows.map((row) => ({ ...tableRow(layout.cells(row)), paint: painter(row, look) }));
  return [palette.bold('What breaks without it'), ...table([head, ...body], width), ...legend(report, rows, look)];
}

function seen(row: TriedRow): string {
  const refused = refusalText(row);
  const told = [row.step, row.message].filter((part) => part !== '').join(': ');
  return refused === '' ? told : `${told} (${refused})`.trim();
}

function tableRow(cells: readonly string[]): TableRow {
  return { cells: cells.slice(0, -1).map((cell) => inline(cell, 60)), last: inline(cells.at(-1) ?? '', MESSAGE) };
}

/** Room for what was seen, in UTF-16 units; the JSON report has all. */
const MESSAGE = 260;

function painter({ effect }: TriedRow, { palette }: Look): (cell: string, index: number) => string {
  const colour = effect === 'works' ? palette.green : effect === 'more-privileged' ? palette.yellow : palette.red;
  return (cell, index) => (index === 1 ? colour(cell) : cell);
}

function legend(report: MinimizeReport, rows: readonly TriedRow[], { palette, width }: Look): Section {
  const untried = untriedNames(report);
  const names = untried.map((name) => inline(name)).join(', ');
  return [
    ...(rows.some(({ state }) => state === 'frozen') ? wrap(FROZEN_LEGEND, width) : []),
    ...(untried.length === 0 ? [] : wrap(`Never removed, not tried: ${names}`, width)),
  ].map(palette.dim);
}

function details(report: MinimizeReport, { palette, width }: Look): Section {
  const rows = minimizeDetails(report).map(({ label, text }) => ({
    cells: [label],
    last: inline(text, 1000),
    paint: (cell: string, index: number) => (index === 0 ? palette.bold(cell) : cell),
  }));
  return table(rows, width);
}

const PATCH: BlockOptions = { prefix: '| ', maxLines: 60, maxBytes: 8000, keep: 'first' };

function proposal(name: string, report: MinimizeReport, { palette, width }: Look): Section {
  const flags = wrap(
    `docker run ${quotedFlags(report.proposal)
      .map((word) => inline(word))
      .join(' ')}`,
    width - 2,
  );
  return [
    palette.bold('Proposal'),
    ...wrap(inline(proposalText(name, report), 1000), width),
    ...block(report.proposal.policyPatch ?? '', PATCH),
    palette.bold('As flags'),
    ...flags.map((line, index) => (index < flags.length - 1 ? `${line} \\` : line)),
  ];
}
