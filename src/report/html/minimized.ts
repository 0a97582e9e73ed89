import type { MinimizeReport } from '../../core/fit/minimize-report.js';
import type { ServiceResult } from '../../core/result.js';
import {
  balances,
  breakRows,
  EFFECT_WORDS,
  FROZEN_LEGEND,
  grantName,
  minimizeDetails,
  refusalText,
  untriedNames,
} from '../facts/minimize.js';
import { proposalText, quotedFlags } from '../facts/proposal.js';
import { definitions } from './definitions.js';
import { element, NOTHING, type Html } from './element.js';
import { titledSection } from './titled-section.js';
import { folded } from './folded.js';
import { preformatted } from './preformatted.js';
import { table } from './table.js';

/** What running without each grant showed and what to change; nothing unless that was asked for. */
export function minimized({ name, minimize }: ServiceResult, id: string): Html {
  if (minimize === null) return NOTHING;
  const rows = balances(minimize).map(({ kind, from, used, needed, excess }) => [
    kind,
    from,
    used ?? '',
    needed,
    excess,
  ]);
  return titledSection(
    { id: `${id}-minimized`, title: 'Minimized', level: 'h3' },
    table('Minimized', ['Grants', 'Granted', 'Used', 'Needed', 'Excess'], rows),
    definitions(minimizeDetails(minimize)),
    breaks(minimize, id),
    proposal(name, minimize),
  );
}

function breaks(report: MinimizeReport, id: string): Html {
  const tried = breakRows(report);
  const untried = untriedNames(report);
  if (tried.length === 0) return NOTHING;
  const rows = tried.map((row) => [
    element('code', {}, grantName(row)),
    element('span', { class: `effect ${row.effect}` }, EFFECT_WORDS[row.effect]),
    row.step,
    row.message,
    element('code', {}, refusalText(row)),
  ]);
  return titledSection(
    { id: `${id}-breaks`, title: 'What breaks without it', level: 'h3' },
    table(
      'What breaks without it',
      ['Without', 'What happens', 'First failing step', 'What was seen', 'Refused'],
      rows,
    ),
    tried.some(({ state }) => state === 'frozen') ? element('p', {}, FROZEN_LEGEND) : NOTHING,
    untried.length === 0 ? NOTHING : element('p', {}, `Never removed, not tried: ${untried.join(', ')}`),
  );
}

function proposal(name: string, report: MinimizeReport): Html {
  const patch = report.proposal.policyPatch ?? '';
  const flags = `docker run ${quotedFlags(report.proposal).join(' \\\n  ')}`;
  return folded(
    'What to change',
    element('p', {}, proposalText(name, report)),
    patch === '' ? NOTHING : preformatted(patch, 'first'),
    preformatted(flags, 'first'),
  );
}
