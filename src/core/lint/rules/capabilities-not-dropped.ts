import { listNames } from '../../fit/list-names.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

export const CAPABILITIES_NOT_DROPPED: LintRule = { id: 'capabilities-not-dropped', check: capabilitiesNotDropped };

function capabilitiesNotDropped({ service, capabilities }: LintContext): readonly Observation[] {
  const { capAdd, capDrop } = service.run;
  if (capDrop.includes('ALL') || capAdd.includes('ALL')) return [];
  const kept = capabilities.bounding.filter((name) => !capAdd.includes(name));
  if (kept.length === 0) return [];
  return [
    {
      message: `cap_drop does not have ALL: the service keeps ${kept.length === 1 ? '1 capability' : `${kept.length} capabilities`} that the engine grants by default, whether it needs that or not: ${listNames(kept, 14)}`,
      advice: 'Set cap_drop: [ALL] and add what the service needs with cap_add; tightfit check tells which.',
      location: service.at('run', 'cap_drop'),
      grants: kept,
    },
  ];
}
