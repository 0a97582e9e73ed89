import {
  certificateOf,
  digestTrial,
  nextTrials,
  parseMinimizeState,
  type MinimizeState,
} from '../../src/core/fit/minimize.js';
import type { MinimizeCertificate, TrialOutcome, TrialRequest } from '../../src/core/fit/minimize-state.js';
import { outcomeOf, simulate, type SimulatedService } from './simulated-service.js';

/** How a search is driven. */
export interface Drive {
  readonly width: number;
  /** Numbers from 0 up to 1: which of the running trials ends next, what the service does by chance. */
  readonly chance: () => number;
  /** How often the search is stopped and read back, of all outcomes. */
  readonly stops: number;
}

export interface Driven {
  readonly certificate: MinimizeCertificate;
  readonly requests: readonly TrialRequest[];
  readonly state: MinimizeState;
}

/** More trials than any search may need. */
const ENDLESS = 20_000;

/** Drives a search against a simulated service to its end. */
export function drive(start: MinimizeState, service: SimulatedService, { width, chance, stops }: Drive): Driven {
  let state = start;
  let running: readonly TrialOutcome[] = [];
  const requests: TrialRequest[] = [];
  while (requests.length < ENDLESS) {
    const certificate = certificateOf(state);
    if (certificate !== null) return { certificate, requests, state };
    const asked = nextTrials(state, width, { running: running.map(({ id }) => id) });
    requests.push(...asked);
    const { recorded } = state.problem;
    running = [...running, ...asked.map((one) => outcomeOf(one, simulate(service, one.without, chance), recorded))];
    const next = running[Math.floor(chance() * running.length)];
    if (next === undefined) throw new TypeError('the search waits for nothing');
    running = running.filter((one) => one !== next);
    state = digestTrial(state, next);
    if (chance() >= stops) continue;
    state = parseMinimizeState(JSON.stringify(state), state.problem) ?? start;
    running = [];
  }
  throw new TypeError('the search does not end');
}
