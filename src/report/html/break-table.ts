import type { BreakRow, Effect } from '../../core/fit/minimize-report.js';
import type { ServiceResult } from '../../core/result.js';
import { element, NOTHING, type Html } from './element.js';
import { table } from './table.js';

/** What breaks without each grant; nothing when that was not tried. */
export function breakTable({ minimize }: ServiceResult, id: string): Html {
  if (minimize === null || minimize.rows.length === 0) return NOTHING;
  const rows = minimize.rows.map((row) => [
    element('code', {}, row.name),
    effectText(row),
    row.step,
    row.message,
    [row.program, ...row.refused].filter((part) => part !== '').join(' '),
  ]);
  return element(
    'section',
    { 'aria-labelledby': `${id}-breaks` },
    element('h3', { id: `${id}-breaks` }, 'What breaks without it'),
    table(
      'What breaks without it',
      ['Without', 'How far it comes', 'First failing step', 'What was seen', 'Refused'],
      rows,
    ),
  );
}

function effectText({ effect, state }: BreakRow): string {
  if (effect === null) return 'kept, not tried';
  return state === 'frozen' ? `${EFFECTS[effect]} (kept in any case)` : EFFECTS[effect];
}

const EFFECTS: Readonly<Record<Effect, string>> = {
  'will-not-start': 'will not start',
  'not-ready': 'starts, is not ready',
  'test-fails': 'ready, a test fails',
  'stops-uncleanly': 'works, does not stop cleanly',
  'more-privileged': 'works with more privilege',
  works: 'works',
};
