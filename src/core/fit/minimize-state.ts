import type { BreakRow } from './minimize-report.js';

/** A grant that may turn out not to be needed. */
export interface Candidate {
  readonly name: string;
  /** How likely the service is to fail without it, 0 to 1. Only makes the search faster. */
  readonly likelihood: number;
  /** What an unneeded one costs; of two that stand in for each other the one that costs more goes. */
  readonly weight: number;
}

/** What to search. Names are syscalls, or capabilities: the search is the same. */
export interface MinimizeProblem {
  /** Tried first comes first. */
  readonly candidates: readonly Candidate[];
  /** Never removed. */
  readonly frozen: readonly string[];
  /** Granted and never seen used: removed in one step. */
  readonly unseen: readonly string[];
  /** Whether outcomes tell which removed names were refused. */
  readonly recorded: boolean;
  /** How often the final set is run again. */
  readonly repeats: number;
  /** Whether each frozen name is left out once, to show what breaks. */
  readonly tryFrozen: boolean;
  /** How many parts of the candidates are searched side by side. The result depends on it, so it is not the width. */
  readonly lanes: number;
  /** Whether the search begins without any of the candidates, as suits few that are seldom needed; matters when not recorded. */
  readonly emptyFirst: boolean;
  /**
   * When a need counts as shown. `implied`: it was refused in a trial that failed, and nothing else was that the final set has;
   * right unless removing one thing makes another unneeded. `alone`: by a trial of the final set without it, one for each.
   */
  readonly certainty: 'implied' | 'alone';
  /** Decides ties: which of the equally likely are tried in the same part. */
  readonly seed: number;
}

export type TrialPurpose = 'unseen' | 'group' | 'single' | 'control' | 'frozen-row' | 'confirm';

/** One run to make. */
export interface TrialRequest {
  /** The same for the same state, whatever runs beside it. */
  readonly id: string;
  readonly purpose: TrialPurpose;
  /** Everything to leave out of the full starting set, sorted; frozen names only for `frozen-row`. */
  readonly without: readonly string[];
  /** The part of `without` whose need is in question. */
  readonly suspects: readonly string[];
}

/** What a trial shows in a row of the report. */
export type TrialEffect = Pick<BreakRow, 'effect' | 'step' | 'message' | 'program' | 'refused'>;

/** Of a trial that was not made. */
export const NO_EFFECT: TrialEffect = { effect: null, step: '', message: '', program: '', refused: [] };

/** What a run showed. A run that the machine or the engine ended has no outcome: it is made again. */
export interface TrialOutcome {
  /** Of the request. */
  readonly id: string;
  /** Every step passed. */
  readonly works: boolean;
  /** `more`: some process had more privilege than its counterpart in the baseline. Fails the trial. */
  readonly privilege: 'same' | 'more';
  /**
   * The names of `without` that were refused, each once, in the order of their first refusal as far as it is known. `null`
   * when that is not known completely.
   */
  readonly refused: readonly string[] | null;
  /** Passed through. */
  readonly effect: TrialEffect;
  /** Milliseconds. Passed through. */
  readonly duration: number;
}

/** Why a grant stays: a trial that failed because of it. */
export interface NeedCertificate {
  readonly name: string;
  /** Number of the trial, from 1 in the order of their outcomes. */
  readonly trial: number;
  /** Whether the recorder saw it refused there; else trials alone speak for it. */
  readonly refused: boolean;
  readonly effect: TrialEffect;
}

/** How a search ended. */
export interface MinimizeCertificate {
  /**
   * `minimal`: the set passed every repeat. `unstable`: some repeats failed and no removal is to blame. `flaky`: a run with nothing
   * newly removed failed twice, so that no trial can be believed; `removed` is then what had been removed by that time.
   */
  readonly kind: 'minimal' | 'unstable' | 'flaky';
  /** Sorted. */
  readonly removed: readonly string[];
  /** One for each candidate that stays, sorted by name; when `flaky`, of those known so far. */
  readonly needed: readonly NeedCertificate[];
  /** What happened without each frozen name; empty unless asked for. */
  readonly frozen: readonly FrozenTrial[];
  readonly confirmation: { readonly repeats: number; readonly failures: number; readonly privilegeRegressions: number };
}

/** A run without a frozen name. */
export interface FrozenTrial {
  readonly name: string;
  readonly trial: number;
  readonly works: boolean;
  readonly effect: TrialEffect;
}

/** How far a search is. */
export interface MinimizeProgress {
  /** Trials whose outcomes are in. */
  readonly done: number;
  /** About how many there will be. */
  readonly expected: number;
  readonly byPurpose: Readonly<Record<TrialPurpose, number>>;
  readonly removed: number;
  readonly needed: number;
}
