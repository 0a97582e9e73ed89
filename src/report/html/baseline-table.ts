import type { CheckResult } from '../../core/result.js';
import { baselineText, NO_DIFFERENCE, uncomparedTexts } from '../facts/baseline.js';
import { differenceSections, type DifferenceGroup } from '../facts/difference-groups.js';
import { element, NOTHING, type Child, type Html } from './element.js';
import { titledSection } from './titled-section.js';
import { table } from './table.js';

/** Names told of one group; the JSON report has all. */
const NAMED = 40;

/** What is not as in the baseline, of one service and of what all statements hold for; nothing without one. */
export function baselineTable(name: string, { baseline }: CheckResult, id: string): Html {
  if (baseline === undefined) return NOTHING;
  const own = baseline.differences.filter(({ service }) => service === null || service === name);
  const rows = differenceSections(own).flatMap(({ groups }) => groups.map(row));
  const outcome = rows.length === 0 ? element('p', {}, NO_DIFFERENCE) : table('Changes', HEAD, rows);
  return titledSection(
    { id: `${id}-baseline`, title: 'Against the baseline', level: 'h3' },
    element('p', {}, baselineText(baseline)),
    ...uncomparedTexts(baseline, name).map((text) => element('p', {}, text)),
    baseline.run === null ? NOTHING : outcome,
  );
}

const HEAD = ['What', 'Change', 'Which way'];

const CHIPS = { looser: 'loose', tighter: 'tight', changed: 'note' } as const;
const SIGNS = { looser: '▲', tighter: '✓', changed: '→' } as const;

function row({ direction, topic: [one, many], step, names }: DifferenceGroup): readonly Child[] {
  const shown = names.slice(0, NAMED);
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  const what = names.length === 1 ? one : `${names.length} ${many}`;
  return [
    `${what === '' ? '' : `${what} `}${shown.join(', ')}${more}`,
    step,
    element('span', { class: `chip ${CHIPS[direction]}` }, `${SIGNS[direction]} ${direction}`),
  ];
}
