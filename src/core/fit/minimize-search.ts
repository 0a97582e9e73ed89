import { partsOf } from './minimize-deal.js';
import { provenNeeds, stands, type Evidence } from './minimize-evidence.js';
import { isLaneDone, startLane, type Lane } from './minimize-lane.js';
import type { Candidate, FrozenTrial, MinimizeProblem, MinimizeProgress, TrialOutcome } from './minimize-state.js';

/** A search under way. Plain JSON. */
export interface Search {
  readonly problem: MinimizeProblem;
  /** Everything that was digested, in that order: all there is to know, the rest follows from it. */
  readonly outcomes: readonly TrialOutcome[];
  readonly counts: MinimizeProgress['byPurpose'];
  /** Left out together in a trial that passed. */
  readonly base: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Refused in a trial that passed. */
  readonly survived: readonly string[];
  readonly frozen: readonly FrozenTrial[];
  readonly phase: Phase;
  /** How many phases began before this one. */
  readonly phases: number;
}

/** What is being done. A phase begins when everything that the one before asked for is known. */
export type Phase =
  | {
      readonly kind: 'lanes';
      readonly lanes: readonly Lane[];
      readonly joint: boolean;
      /** Whether its lanes can be searched on several machines. */
      readonly apart: boolean;
    }
  | { readonly kind: 'frozen' }
  | ({ readonly kind: 'confirm'; readonly seen: readonly number[] } & Failures)
  | ({ readonly kind: 'done'; readonly ending: 'minimal' | 'unstable' | 'flaky'; readonly repeats: number } & Failures);

interface Failures {
  readonly failures: number;
  readonly privilegeRegressions: number;
}

/** Everything that may be removed, in the order of trying, with what was never seen last. */
export function allCandidates({ candidates, unseen, frozen }: MinimizeProblem): readonly Candidate[] {
  const kept = new Set(frozen);
  const named = new Set(candidates.map(({ name }) => name));
  const others = unseen.filter((name) => !named.has(name)).map((name) => ({ name, likelihood: 0.01, weight: 1 }));
  return [...candidates, ...others].filter(({ name }) => !kept.has(name));
}

/** How likely a name is needed without which a trial failed, among others. */
const SUSPECTED = 0.9;

/** Everything that may be removed, with what failed trials tell of how likely it is needed. */
function suspicions({ problem, evidence }: Search): readonly Candidate[] {
  const suspected = new Set(evidence.flatMap(({ suspects }) => suspects));
  return allCandidates(problem).map((candidate) => {
    return suspected.has(candidate.name)
      ? { ...candidate, likelihood: Math.max(candidate.likelihood, SUSPECTED) }
      : candidate;
  });
}

/** What is shown to be needed on top of what is removed so far. */
export function needsOf({ problem, base, evidence }: Search): ReadonlyMap<string, Evidence> {
  return provenNeeds(evidence, new Set(base), problem.certainty);
}

/** Neither removed nor shown to be needed, in the order of trying. */
export function openNames(search: Search): readonly string[] {
  const needs = needsOf(search);
  const removed = new Set(search.base);
  return allCandidates(search.problem)
    .map(({ name }) => name)
    .filter((name) => !removed.has(name) && !needs.has(name));
}

/** Shown to be needed, but not as certainly as asked for. */
export function staleNames(search: Search): readonly string[] {
  const removed = new Set(search.base);
  const { certainty } = search.problem;
  return [...needsOf(search)].filter(([, one]) => !stands(one, removed, certainty)).map(([name]) => name);
}

/** The search with its phase replaced by the next one as long as the phase has nothing left to ask. */
export function advance(search: Search): Search {
  const { phase } = search;
  switch (phase.kind) {
    case 'lanes':
      return phase.lanes.every(isLaneDone) ? afterLanes(search, phase) : search;
    case 'frozen':
      return search.frozen.length < search.problem.frozen.length ? search : enterPhase(search);
    case 'confirm':
      return phase.seen.length < search.problem.repeats ? search : finished(search, phase);
    case 'done':
      return search;
  }
}

/** What is left out in parts is believed only when it was left out together. */
function afterLanes(search: Search, { lanes, joint }: Extract<Phase, { kind: 'lanes' }>): Search {
  const parts = lanes.map(({ passed }) => passed).filter((passed) => passed.length > 0);
  if (joint || parts.length < 2) return enterPhase({ ...search, base: [...search.base, ...parts.flat()].sort() });
  const removable = new Set(parts.flat());
  const candidates = allCandidates(search.problem);
  const names = candidates.map(({ name }) => name).filter((name) => removable.has(name));
  const lane = startLane({ problem: search.problem, candidates }, names, { whole: true });
  return begin(search, { kind: 'lanes', joint: true, apart: false, lanes: [lane] });
}

/** The phase that what is known calls for. */
export function enterPhase(search: Search): Search {
  const { problem } = search;
  const candidates = suspicions(search);
  const context = { problem, candidates };
  const unseen = candidates.map(({ name }) => name).filter((name) => problem.unseen.includes(name));
  if (search.phases === 0 && unseen.length > 0) {
    return begin(search, laneWork([startLane(context, unseen, { purpose: 'unseen', whole: true })]));
  }
  const open = openNames(search);
  if (open.length > 0) {
    const { parts, apart } = partsOf(open, context);
    const lanes = parts.map((part) => startLane(context, part, { whole: problem.emptyFirst }));
    return begin(search, { ...laneWork(lanes), apart });
  }
  const stale = staleNames(search);
  if (stale.length > 0) {
    return begin(search, laneWork(stale.map((name) => startLane(context, [name], { whole: true }))));
  }
  if (problem.tryFrozen && search.frozen.length < problem.frozen.length) return begin(search, { kind: 'frozen' });
  return advance(begin(search, { kind: 'confirm', seen: [], failures: 0, privilegeRegressions: 0 }));
}

function laneWork(lanes: readonly Lane[]): Extract<Phase, { kind: 'lanes' }> {
  return { kind: 'lanes', joint: false, apart: false, lanes };
}

function begin(search: Search, phase: Phase): Search {
  return { ...search, phase, phases: search.phases + 1 };
}

function finished(
  search: Search,
  { seen, failures, privilegeRegressions }: Extract<Phase, { kind: 'confirm' }>,
): Search {
  const ending = failures === 0 ? 'minimal' : 'unstable';
  return begin(search, { kind: 'done', ending, repeats: seen.length, failures, privilegeRegressions });
}
