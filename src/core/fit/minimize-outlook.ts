import { isLaneDone } from './minimize-lane.js';
import { allCandidates, openNames, staleNames, type Search } from './minimize-search.js';
import { expectedNeeds } from './minimize-split.js';

/** About how many trials are still to come: one for each name that is likely needed, one for each part, the repeats. */
export function expectedTrials(search: Search): number {
  const { phase, problem } = search;
  switch (phase.kind) {
    case 'lanes':
      return Math.round(expectedSearch(search)) + staleNames(search).length + framing(search) + problem.repeats;
    case 'frozen':
      return framing(search) + problem.repeats;
    case 'confirm':
      return problem.repeats - phase.seen.length;
    case 'done':
      return 0;
  }
}

/** Without recorder every need takes the trials that find it among the others. */
const UNGUIDED = 2;

function expectedSearch(search: Search): number {
  const { phase, problem } = search;
  const lanes = phase.kind === 'lanes' ? phase.lanes.filter((lane) => !isLaneDone(lane)) : [];
  const needs = expectedNeeds(openNames(search), allCandidates(problem));
  return lanes.length + needs * (problem.recorded ? 1 : UNGUIDED);
}

function framing({ problem, frozen }: Search): number {
  return problem.tryFrozen ? problem.frozen.length - frozen.length : 0;
}
