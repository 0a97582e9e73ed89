import { digestOpen } from './minimize-digest.js';
import { openRequests } from './minimize-open.js';
import type { Search } from './minimize-search.js';
import { NO_EFFECT, type TrialOutcome } from './minimize-state.js';

/**
 * The search as it will be if the one trial that everything waits for passes, when it most likely does: what was never seen is
 * left out, or what has passed in parts is left out together. `null` at any other time.
 */
export function foresee(search: Search): Search | null {
  const [request, ...others] = openRequests(search);
  if (request === undefined || others.length > 0 || !isLikelyToPass(search)) return null;
  const passes: TrialOutcome = {
    id: request.id,
    works: true,
    privilege: 'same',
    refused: [],
    effect: NO_EFFECT,
    duration: 0,
  };
  return digestOpen(search, request, passes);
}

function isLikelyToPass({ phase }: Search): boolean {
  if (phase.kind !== 'lanes') return false;
  return phase.lanes.every(({ purpose, trials }) => trials === 0 && (phase.joint || purpose === 'unseen'));
}
