import type { ServiceResult } from '../../core/result.js';
import { inline } from '../escape/neutralize.js';
import { excessCount, excessTiers, usedByTests, type ExcessTier } from '../facts/excess.js';
import { fitDetails } from '../facts/fit.js';
import { refusedCalls, refusedBy } from '../facts/refused.js';
import { count } from '../facts/wording.js';
import type { Look } from './look.js';
import { table, type TableRow } from './table.js';
import { wrap } from './wrap.js';

/** Names listed of one tier, and refused calls listed; the JSON report has all. */
const NAMES = 24;
const CALLS = 24;
/** Programs named of one refused call. */
const PROGRAMS = 4;

/** How the grants fit, what is excess, what was refused. */
export function fitSections(service: ServiceResult, look: Look): readonly (readonly string[])[] {
  return [fit(service, look), excess(service, look), refused(service, look)];
}

function fit(service: ServiceResult, { palette, width }: Look): readonly string[] {
  const rows = fitDetails(service).map(({ label, text }) => ({
    cells: [label],
    last: inline(text, 2000),
    paint: (cell: string, index: number) => (index === 0 ? palette.bold(cell) : cell),
  }));
  return table(rows, width);
}

function excess({ syscalls }: ServiceResult, { palette, width }: Look): readonly string[] {
  if (syscalls === null) return [];
  const tiers = excessTiers(syscalls);
  if (tiers.length === 0) return [];
  const { always, conditionally } = syscalls.allowed;
  const title = `Excess: ${excessCount(syscalls)} of ${count(always + conditionally, 'syscall')}, allowed and not used in these tests`;
  const tested = usedByTests(syscalls);
  const tests = tested.length === 0 ? [] : wrap(`Commands of tests use ${listed(tested)}.`, width - 2);
  return [
    ...wrap(title, width).map(palette.bold),
    ...indented(table(tiers.map(tierRow), width - 2)),
    ...indented(tests),
  ];
}

function tierRow({ label, rows }: ExcessTier): TableRow {
  return { cells: [label, String(rows.length)], last: listed(rows.map(({ name }) => name)) };
}

function listed(names: readonly string[]): string {
  return bounded(names, NAMES)
    .map((name) => inline(name))
    .join(', ');
}

function refused(service: ServiceResult, { palette, width }: Look): readonly string[] {
  const calls = refusedCalls(service);
  if (calls.length === 0) return [];
  const head = { cells: ['Call', 'Answer', 'Line'], last: 'Program (step)', paint: palette.dim };
  const rows = calls.slice(0, CALLS).map(({ name, answer, line, by, remark }) => ({
    cells: [inline(name), inline(answer), line],
    last: inline([bounded(by, PROGRAMS).join(', '), remark].filter((part) => part !== '').join('; ')),
  }));
  const hidden = calls.length - rows.length;
  return [
    ...wrap(`Refused ${inline(refusedBy(service))}`, width).map(palette.bold),
    ...indented(table([head, ...rows], width - 2)),
    ...(hidden > 0 ? [`  and ${hidden} more, see the JSON report`] : []),
  ];
}

function bounded(texts: readonly string[], most: number): readonly string[] {
  return texts.length <= most ? texts : [...texts.slice(0, most), `and ${texts.length - most} more`];
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
