import type { CheckResult } from '../../core/result.js';
import type { StandardReport } from '../../core/standards/judge-standard.js';
import { controlText, settingTexts, standardTally } from '../facts/standards.js';
import { element, NOTHING, type Html } from './element.js';
import { titledSection } from './titled-section.js';
import { table } from './table.js';

/** How the services stand to each chosen standard; nothing where none is. */
export function standards(result: CheckResult): readonly Html[] {
  return (result.standards ?? []).map((report, index) => standard(report, result, `standard-${index}`));
}

/** Which rules the policy sets, and why; nothing where it sets none. */
export function ruleSettings(result: CheckResult): Html {
  const rows = settingTexts(result).map(({ rule, effect, text }) => [element('code', {}, rule), effect, text]);
  if (rows.length === 0) return NOTHING;
  return titledSection(
    { id: 'settings', title: 'Rules that the policy sets', level: 'h2' },
    table('Rules that the policy sets', ['Rule', 'Effect', 'Why'], rows),
  );
}

const STATES = { failed: '✕ failed', 'not-judged': '? not judged', met: '✓ met' } as const;
const CHIPS = { failed: 'broken', 'not-judged': 'unjudged', met: 'tight' } as const;

function standard(report: StandardReport, result: CheckResult, id: string): Html {
  const rows = report.controls.map((control) => [
    control.id,
    element('span', { class: `chip ${CHIPS[control.state]}` }, STATES[control.state]),
    controlText(control, result),
  ]);
  return element(
    'section',
    { 'aria-labelledby': id },
    element('h2', { id }, `${report.title}: ${standardTally(report)}`),
    table(report.title, ['Control', 'State', 'What it asks for'], rows),
  );
}
