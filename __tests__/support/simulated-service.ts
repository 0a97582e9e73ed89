import type { TrialOutcome, TrialRequest } from '../../src/core/fit/minimize-state.js';

/** What a simulated service does, one after another. */
export type Act =
  /** Fails without it. */
  | { readonly kind: 'needs'; readonly name: string }
  /** Calls it and goes on whatever it answers. */
  | { readonly kind: 'calls'; readonly name: string }
  /** Tries one after another, fails when all are refused. */
  | { readonly kind: 'any'; readonly names: readonly string[] }
  /** What it does depends on whether it has it. */
  | { readonly kind: 'switch'; readonly name: string; readonly has: readonly Act[]; readonly lacks: readonly Act[] }
  /** Falls back when it answers ENOSYS, as it does while nothing numbered higher is allowed; fails on EPERM. */
  | { readonly kind: 'stub'; readonly name: string; readonly higher: readonly string[] }
  /** Needed only in some runs. */
  | { readonly kind: 'at times'; readonly name: string; readonly chance: number };

export interface SimulatedService {
  readonly acts: readonly Act[];
  /** Called once it has failed, e.g. to clean up. */
  readonly dying: readonly string[];
  /** How often a run fails for no reason, 0 to 1. */
  readonly flakes: number;
}

export interface SimulatedRun {
  readonly works: boolean;
  readonly refused: readonly string[];
  readonly used: readonly string[];
}

/** Runs the service. `chance`: numbers from 0 up to 1. */
export function simulate(service: SimulatedService, without: readonly string[], chance: () => number): SimulatedRun {
  const removed = new Set(without);
  const refused = new Set<string>();
  const used = new Set<string>();
  const call = (name: string): boolean => {
    (removed.has(name) ? refused : used).add(name);
    return !removed.has(name);
  };
  const flaked = chance() < service.flakes;
  const works = service.acts.every((act) => perform(act, { call, removed, chance })) && !flaked;
  if (!works) service.dying.forEach(call);
  return { works, refused: [...refused], used: [...used] };
}

interface Machine {
  readonly call: (name: string) => boolean;
  readonly removed: ReadonlySet<string>;
  readonly chance: () => number;
}

function perform(act: Act, machine: Machine): boolean {
  const { call, removed, chance } = machine;
  switch (act.kind) {
    case 'needs':
      return call(act.name);
    case 'calls':
      call(act.name);
      return true;
    case 'any':
      return act.names.some(call);
    case 'switch':
      return (call(act.name) ? act.has : act.lacks).every((next) => perform(next, machine));
    case 'stub':
      return call(act.name) || act.higher.every((name) => removed.has(name));
    case 'at times':
      return chance() >= act.chance || call(act.name);
  }
}

/** The outcome of a request as the driver would tell it. */
export function outcomeOf(request: TrialRequest, run: SimulatedRun, recorded: boolean): TrialOutcome {
  return {
    id: request.id,
    works: run.works,
    privilege: 'same',
    refused: recorded ? run.refused : null,
    effect: { effect: run.works ? 'works' : 'test-fails', step: '', message: '', program: '', refused: [] },
    duration: run.works ? 1300 : 800,
  };
}

/** Numbers from 0 up to 1 that are the same for the same seed: mulberry32. */
export function chances(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
