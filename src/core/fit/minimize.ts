import { digestOpen } from './minimize-digest.js';
import { openRequests } from './minimize-open.js';
import { expectedTrials } from './minimize-outlook.js';
import { WHOLE, type Shard } from '../shard/shard.js';
import { readOutcomes, readProblem } from './minimize-resume.js';
import { shareOf } from './minimize-share.js';
import { enterPhase, needsOf, type Search } from './minimize-search.js';
import type {
  MinimizeCertificate,
  MinimizeProblem,
  MinimizeProgress,
  NeedCertificate,
  TrialOutcome,
  TrialRequest,
} from './minimize-state.js';

/** A search under way. Plain JSON; trials whose outcomes are not in yet are no part of it, so nothing is lost by stopping. */
export type MinimizeState = Search;

/** Starts a search. */
export function startMinimize(problem: MinimizeProblem): MinimizeState {
  const phase = { kind: 'lanes', lanes: [], joint: false, apart: false } as const;
  const nothing = { outcomes: [], counts: NO_TRIALS, base: [], evidence: [], survived: [], frozen: [] };
  return enterPhase({ problem, ...nothing, phase, phases: 0 });
}

const NO_TRIALS = { unseen: 0, group: 0, single: 0, control: 0, 'frozen-row': 0, confirm: 0 };

/** What trials are asked for beside. */
export interface Asking {
  /** Ids of requests without outcome yet. */
  readonly running?: readonly string[];
  /** Of several machines that search together the one that asks; absent: the only one. */
  readonly share?: Shard;
}

/**
 * The trials to start now beside those that run, at most `width` in all; empty when everything open already runs or is other
 * machines', or the search is done.
 */
export function nextTrials(
  state: MinimizeState,
  width: number,
  { running = [], share = WHOLE }: Asking = {},
): readonly TrialRequest[] {
  const free = Math.max(0, width - running.length);
  return shareOf(state, openRequests(state), share)
    .filter(({ id }) => !running.includes(id))
    .slice(0, free)
    .map(({ id, purpose, without, suspects }) => ({ id, purpose, without, suspects }));
}

/** Tells of requests whether the search asks for them now: for the same trial, not only for one of the same id. */
export function asksFor(state: MinimizeState): (request: TrialRequest) => boolean {
  const open = new Map(openRequests(state).map(({ id, without }) => [id, without.join()]));
  return ({ id, without }) => open.get(id) === without.join();
}

/** The search after an outcome. One of a request that is not open any more changes nothing. */
export function digestTrial(state: MinimizeState, outcome: TrialOutcome): MinimizeState {
  const request = openRequests(state).find(({ id }) => id === outcome.id);
  return request === undefined ? state : digestOpen(state, request, outcome);
}

/** What was shown, `null` until the search is done. */
export function certificateOf(state: MinimizeState): MinimizeCertificate | null {
  const { phase, base, frozen } = state;
  if (phase.kind !== 'done') return null;
  const { ending: kind, repeats, failures, privilegeRegressions } = phase;
  const confirmation = { repeats, failures, privilegeRegressions };
  return { kind, removed: base, needed: certificatesOf(state), frozen, confirmation };
}

function certificatesOf(state: MinimizeState): readonly NeedCertificate[] {
  return [...needsOf(state)]
    .map(([name, { trial, refusalsKnown, effect }]) => {
      return { name, trial, refused: refusalsKnown, effect: { ...effect, refused: refusedOf(name, effect.refused) } };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Of the refusals that a trial shows only those that are this name's: the others are of names that are not needed. */
function refusedOf(name: string, shown: readonly string[]): readonly string[] {
  return shown.filter((text) => text === name || text.startsWith(`${name} (`));
}

/** How far the search is and about how long it will be. */
export function minimizeProgress(state: MinimizeState): MinimizeProgress {
  const { outcomes, counts, base } = state;
  return {
    done: outcomes.length,
    expected: outcomes.length + expectedTrials(state),
    byPurpose: counts,
    removed: base.length,
    needed: needsOf(state).size,
  };
}

/**
 * A search that was written as JSON, brought to where it was by digesting its outcomes again, so that nothing else of the text
 * has to be believed. `null` when the text is no such search or is one for another problem.
 */
export function parseMinimizeState(text: string, problem: MinimizeProblem): MinimizeState | null {
  const outcomes = readOutcomes(text);
  if (outcomes === null || JSON.stringify(readProblem(text)) !== JSON.stringify(problem)) return null;
  return outcomes.reduce(digestTrial, startMinimize(problem));
}
