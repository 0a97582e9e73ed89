import type { OpenRequest } from './minimize-digest.js';
import { isLaneDone, lanePurpose, laneSuspects, type Lane } from './minimize-lane.js';
import { allCandidates, type Search } from './minimize-search.js';
import { expectedNeeds } from './minimize-split.js';

/** Every trial that could run now, what keeps others waiting longest first. */
export function openRequests(search: Search): readonly OpenRequest[] {
  const { phase } = search;
  switch (phase.kind) {
    case 'lanes':
      return laneRequests(search, phase.lanes);
    case 'frozen':
      return frozenRequests(search);
    case 'confirm':
      return Array.from({ length: search.problem.repeats }, (_, nth) => nth)
        .filter((nth) => !phase.seen.includes(nth))
        .map((nth) =>
          requestOf(search, { kind: 'confirm', nth }, { id: nth, purpose: 'confirm', more: [], suspects: [] }),
        );
    case 'done':
      return [];
  }
}

function laneRequests(search: Search, lanes: readonly Lane[]): readonly OpenRequest[] {
  const candidates = allCandidates(search.problem);
  const workLeft = ({ trying, later }: Lane): number => expectedNeeds([...trying, ...later], candidates);
  return lanes
    .map((lane, index) => ({ lane, index }))
    .filter(({ lane }) => !isLaneDone(lane))
    .map(({ lane, index }) => ({ lane, index, left: workLeft(lane) }))
    .sort((a, b) => b.left - a.left || a.index - b.index)
    .map(({ lane, index }) => {
      const suspects = laneSuspects(lane);
      const id = `${index}.${lane.trials}`;
      const asked = { id, purpose: lanePurpose(lane), more: [...lane.passed, ...suspects], suspects };
      return requestOf(search, { kind: 'lane', index }, asked);
    });
}

function frozenRequests(search: Search): readonly OpenRequest[] {
  const tried = new Set(search.frozen.map(({ name }) => name));
  return search.problem.frozen
    .filter((name) => !tried.has(name))
    .map((name) =>
      requestOf(search, { kind: 'frozen', name }, { id: name, purpose: 'frozen-row', more: [name], suspects: [name] }),
    );
}

interface Asked extends Pick<OpenRequest, 'purpose' | 'suspects'> {
  /** Unique within the phase. */
  readonly id: string | number;
  readonly more: readonly string[];
}

function requestOf({ base, phases }: Search, of: OpenRequest['of'], { id, more, ...asked }: Asked): OpenRequest {
  return { of, ...asked, id: `${phases}.${id}`, without: [...base, ...more].sort() };
}
