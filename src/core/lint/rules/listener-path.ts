import { quote } from '../../excerpt.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

export const LISTENER_PATH: LintRule = { id: 'listener-path', check: listenerPath };

function listenerPath({ profile }: LintContext): readonly Observation[] {
  if (profile === null || profile.listenerPath === null) return [];
  const isUsed = profile.rules.some(({ action }) => action === 'SCMP_ACT_NOTIFY');
  const fact = `listenerPath hands the filter to whoever listens at ${quote(profile.listenerPath)} on the host`;
  return [
    {
      ...(isUsed ? {} : { severity: 'note' }),
      message: isUsed
        ? `${fact}: that program decides over calls of the container, and without it the container does not start`
        : `${fact}, but no rule has SCMP_ACT_NOTIFY, so that it is never asked`,
      advice: isUsed ? 'Keep it only where that program is part of the deployment.' : 'Remove listenerPath.',
      location: profile.locations.get('listenerPath') ?? profile.location,
      grants: ['listenerPath'],
    },
  ];
}
