import { isLaneDone, type Lane } from './minimize-lane.js';
import { dealtApart } from './minimize-deal.js';
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

const NO_LANES = { lanes: [], joint: false };

/**
 * A part of several names takes a trial for each that is needed and one that passes, a name by itself just one. What passed in
 * parts most likely passes together.
 */
function expectedSearch(search: Search): number {
  const { phase, problem } = search;
  const { lanes: all, joint } = phase.kind === 'lanes' ? phase : NO_LANES;
  const lanes = all.filter((lane) => !isLaneDone(lane));
  const counted = new Set([
    ...all.flatMap(({ passed }) => passed),
    ...lanes.filter((lane) => joint || isOfOneName(lane)).flatMap(({ trying }) => trying),
  ]);
  const others = openNames(search).filter((name) => !counted.has(name));
  const candidates = allCandidates(problem);
  if (!problem.recorded) return lanes.length + UNGUIDED * expectedNeeds(others, candidates);
  if (problem.emptyFirst) return lanes.length + expectedNeeds(others, candidates);
  const { together, apart } = dealtApart(others, candidates);
  return lanes.length + expectedNeeds(together, candidates) + apart.length;
}

function isOfOneName({ trying, later, failing }: Lane): boolean {
  return trying.length === 1 && later.length === 0 && failing.length < 2;
}

function framing({ problem, frozen }: Search): number {
  return problem.tryFrozen ? problem.frozen.length - frozen.length : 0;
}
