import { foresee } from '../core/fit/minimize-foresight.js';
import {
  asksFor,
  certificateOf,
  digestTrial,
  minimizeProgress,
  nextTrials,
  type MinimizeState,
} from '../core/fit/minimize.js';
import type { MinimizeCertificate, TrialOutcome, TrialRequest } from '../core/fit/minimize-state.js';
import type { Shard } from '../core/shard/shard.js';
import { despiteTrouble } from './despite-trouble.js';
import type { Stage } from './stage.js';
import { trialsUnderWay, type TrialsUnderWay } from './trials-under-way.js';

/** A search and what it needs of the world. */
export interface Search {
  readonly start: MinimizeState;
  /** How many trials run side by side. */
  readonly jobs: number;
  /** Calls `onLate` when the run mostly waits from then on. */
  readonly tryWithout: (request: TrialRequest, onLate: () => void) => Promise<TrialOutcome>;
  /** Of several machines that search together this one. */
  readonly share: Shard;
  /** Keeps what was proven; called after every outcome. */
  readonly keep: (state: MinimizeState) => Promise<void>;
}

/** A search that came to its end. */
export interface Searched {
  readonly state: MinimizeState;
  readonly certificate: MinimizeCertificate;
}

/**
 * Makes the trials of a search side by side until it is done, or, with `null`, until what is left is other machines'. Throws
 * EnvironmentError when the machine or the engine is in the way and the signal's reason when cancelled, in both cases once
 * nothing runs any more.
 */
export async function runSearch(stage: Stage, search: Search): Promise<Searched | null> {
  const { clock, log } = stage.world;
  const trials = trialsUnderWay(search.jobs);
  const began = clock.now();
  let state = search.start;
  try {
    for (;;) {
      const certificate = certificateOf(state);
      if (certificate !== null) return { state, certificate };
      const outcome = trials.take(asksFor(state));
      if (outcome !== null) {
        state = digestTrial(state, outcome);
        await search.keep(state);
        continue;
      }
      for (const request of trialsToStart(state, trials, search.share)) {
        const ahead = trials.running().length + trials.arrived().length;
        const elapsed = clock.now() - began;
        log.progress(progressLine(state, request, { search, ahead, elapsed }));
        trials.start(request, (onLate) => despiteTrouble(stage, () => search.tryWithout(request, onLate)));
      }
      if (trials.running().length === 0) return null;
      await trials.change();
    }
  } finally {
    await trials.ended();
  }
}

/**
 * What the search asks for. While it waits for one trial that most likely passes, also what it will ask for then: the outcomes
 * are taken when it does, so that its result and what it keeps are the same as without.
 */
function trialsToStart(state: MinimizeState, trials: TrialsUnderWay, share: Shard): readonly TrialRequest[] {
  const now = notStarted(state, trials, { share, free: trials.free() });
  const free = trials.free() - now.length;
  const ahead = free > 0 ? foresee(state) : null;
  return ahead === null ? now : [...now, ...notStarted(withArrived(ahead, trials), trials, { share, free })];
}

function withArrived(ahead: MinimizeState, trials: TrialsUnderWay): MinimizeState {
  return trials
    .arrived()
    .reduce((state, { request, outcome }) => (asksFor(state)(request) ? digestTrial(state, outcome) : state), ahead);
}

function notStarted(
  state: MinimizeState,
  trials: TrialsUnderWay,
  { share, free }: { readonly share: Shard; readonly free: number },
): readonly TrialRequest[] {
  const running = trials
    .running()
    .filter(asksFor(state))
    .map(({ id }) => id);
  return nextTrials(state, running.length + free, { running, share });
}

/** e.g. `trial 12 of about 80: without getppid, 40 s left`. */
function progressLine(
  state: MinimizeState,
  { purpose, suspects }: TrialRequest,
  { search, ahead, elapsed }: Meanwhile,
): string {
  const { done, expected } = minimizeProgress(state);
  const what = suspects.length === 0 ? WITHOUT_NOTHING[purpose] : `without ${listed(suspects)}`;
  const digested = done - search.start.outcomes.length;
  const left = digested < search.jobs ? '' : `, ${timeLeft(elapsed / digested, expected - done)} left`;
  const nth = done + ahead + 1;
  return `trial ${nth} of about ${Math.max(expected, nth)}: ${what}${left}`;
}

interface Meanwhile {
  readonly search: Pick<Search, 'start' | 'jobs'>;
  /** Trials begun before this one whose outcomes are not digested. */
  readonly ahead: number;
  /** Milliseconds since this run of the search began. */
  readonly elapsed: number;
}

function timeLeft(each: number, trials: number): string {
  const seconds = Math.max(1, Math.round((each * trials) / 1000));
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

const WITHOUT_NOTHING: Readonly<Record<TrialRequest['purpose'], string>> = {
  unseen: 'nothing left out',
  group: 'nothing left out',
  single: 'nothing left out',
  control: 'nothing newly left out, to tell a flake from a need',
  'frozen-row': 'nothing left out',
  confirm: 'the final set again',
};

/** Names shown of a long list. */
const SHOWN = 4;

function listed(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return more <= 1 ? names.join(', ') : `${names.slice(0, SHOWN).join(', ')} and ${more} more`;
}
