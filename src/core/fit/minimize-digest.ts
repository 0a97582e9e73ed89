import type { Evidence } from './minimize-evidence.js';
import { digestInLane, didPass, type Lane, type LaneStep } from './minimize-lane.js';
import { advance, allCandidates, enterPhase, type Phase, type Search } from './minimize-search.js';
import type { TrialOutcome, TrialRequest } from './minimize-state.js';

/** The search after the outcome of one of its open requests. */
export function digestOpen(search: Search, request: OpenRequest, outcome: TrialOutcome): Search {
  const seen = {
    ...search,
    outcomes: [...search.outcomes, outcome],
    counts: { ...search.counts, [request.purpose]: search.counts[request.purpose] + 1 },
    survived: survivedAfter(search, outcome),
  };
  const restored = restoredName(search, request, outcome);
  if (restored !== null) return restore(seen, request, { outcome, name: restored });
  switch (request.of.kind) {
    case 'lane':
      return digestLane(seen, request.of.index, outcome);
    case 'frozen':
      return advance({ ...seen, frozen: [...seen.frozen, frozenTrial(seen, request.of.name, outcome)] });
    case 'confirm':
      return digestConfirm(seen, request.of.nth, outcome);
  }
}

/** A request and the part of its phase that makes it. */
export interface OpenRequest extends TrialRequest {
  readonly of:
    | { readonly kind: 'lane'; readonly index: number }
    | { readonly kind: 'frozen'; readonly name: string }
    | { readonly kind: 'confirm'; readonly nth: number };
}

function survivedAfter({ survived }: Search, outcome: TrialOutcome): readonly string[] {
  if (!didPass(outcome)) return survived;
  return [...new Set([...survived, ...(outcome.refused ?? [])])].sort();
}

/**
 * When a run with nothing newly removed fails, and something was refused that no run has survived so far, this is needed now
 * and then.
 */
function restoredName(search: Search, { purpose }: TrialRequest, outcome: TrialOutcome): string | null {
  if (didPass(outcome) || (purpose !== 'control' && purpose !== 'confirm')) return null;
  const suspects = (outcome.refused ?? []).filter(
    (name) => search.base.includes(name) && !search.survived.includes(name),
  );
  return suspects.at(-1) ?? null;
}

function restore(
  search: Search,
  { without }: TrialRequest,
  { outcome, name }: { readonly outcome: TrialOutcome; readonly name: string },
): Search {
  const evidence: Evidence = {
    trial: search.outcomes.length,
    without,
    suspects: [name],
    refusalsKnown: true,
    lasting: true,
    effect: outcome.effect,
  };
  const base = search.base.filter((other) => other !== name);
  return enterPhase({ ...search, base, evidence: [...search.evidence, evidence] });
}

function digestLane(search: Search, index: number, outcome: TrialOutcome): Search {
  const { phase, problem, base } = search;
  const lane = phase.kind === 'lanes' ? phase.lanes[index] : undefined;
  if (phase.kind !== 'lanes' || lane === undefined) return search;
  const context = { problem, base, candidates: allCandidates(problem), trial: search.outcomes.length };
  const step = digestInLane(lane, outcome, context);
  if (step.flaky) return { ...search, phases: search.phases + 1, phase: FLAKY };
  const lanes = phase.lanes.map((other, place) => (place === index ? step.lane : other));
  return advance({ ...search, phase: { ...phase, lanes }, evidence: evidenceAfter(search, lane, step) });
}

const FLAKY: Phase = { kind: 'done', ending: 'flaky', repeats: 0, failures: 0, privilegeRegressions: 0 };

/** A trial that passes without a name takes back what earlier ones showed of it. */
function evidenceAfter(search: Search, before: Lane, { lane, evidence }: LaneStep): readonly Evidence[] {
  const gone = new Set([...search.base, ...lane.passed]);
  const known =
    lane.passed.length === before.passed.length
      ? search.evidence
      : search.evidence.filter(({ suspects, lasting }) => lasting || !suspects.every((name) => gone.has(name)));
  return [...known, ...evidence];
}

function frozenTrial({ outcomes }: Search, name: string, outcome: TrialOutcome): Search['frozen'][number] {
  return { name, trial: outcomes.length, works: didPass(outcome), effect: outcome.effect };
}

function digestConfirm(search: Search, nth: number, outcome: TrialOutcome): Search {
  const { phase } = search;
  if (phase.kind !== 'confirm') return search;
  return advance({
    ...search,
    phase: {
      ...phase,
      seen: [...phase.seen, nth],
      failures: phase.failures + (didPass(outcome) ? 0 : 1),
      privilegeRegressions: phase.privilegeRegressions + (outcome.privilege === 'more' ? 1 : 0),
    },
  });
}
