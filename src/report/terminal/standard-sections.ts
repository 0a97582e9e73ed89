import type { CheckResult } from '../../core/result.js';
import type { JudgedControl, StandardReport } from '../../core/standards/judge-standard.js';
import { inline } from '../escape/neutralize.js';
import { controlText, settingTexts, standardTally } from '../facts/standards.js';
import type { Look } from './look.js';
import { table } from './table.js';

type Section = readonly string[];

/** How the services stand to each chosen standard, and the rules that the policy sets. */
export function standardSections(result: CheckResult, look: Look): readonly Section[] {
  return [...(result.standards ?? []).map((report) => standard(report, result, look)), settings(result, look)];
}

const STATES = { failed: '✖ failed', 'not-judged': '? not judged', met: '✔ met' } as const;
const ORDER: readonly JudgedControl['state'][] = ['failed', 'not-judged', 'met'];

function standard(report: StandardReport, result: CheckResult, { palette, width }: Look): Section {
  const colours = { failed: palette.red, 'not-judged': palette.cyan, met: palette.green };
  const rows = ORDER.flatMap((state) => report.controls.filter((control) => control.state === state)).map(
    (control) => ({
      cells: [control.id, STATES[control.state]],
      last: inline(controlText(control, result)),
      paint: (cell: string, index: number) => (index === 1 ? colours[control.state](cell) : cell),
    }),
  );
  return [palette.bold(`${report.title}: ${standardTally(report)}`), ...table(rows, width)];
}

function settings(result: CheckResult, { palette, width }: Look): Section {
  const rows = settingTexts(result).map(({ rule, effect, text }) => ({ cells: [rule, effect], last: inline(text) }));
  return rows.length === 0 ? [] : [palette.bold('Rules that the policy sets'), ...table(rows, width)];
}
