import type { Capability } from '../capability/names.js';

/** The search for capabilities that a service works without: what is still held, what was shown. Plain data. */
export interface CapabilityTrials {
  /** Granted and not yet shown to be unneeded, in the order they are tried. */
  readonly kept: readonly Capability[];
  /** Still to be tried one by one; a subset of `kept`. */
  readonly untried: readonly Capability[];
  /** Whether the empty set was tried. */
  readonly triedEmpty: boolean;
  readonly unneeded: readonly Capability[];
}

/** The set to run with next, `null` when the search is done. */
export interface NextTrial {
  readonly without: readonly Capability[];
  readonly kept: readonly Capability[];
}

/** Starts the search over what is granted. `order`: tried first comes first. */
export function startCapabilityTrials(order: readonly Capability[]): CapabilityTrials {
  return { kept: order, untried: order, triedEmpty: false, unneeded: [] };
}

/**
 * What to try next: the empty set first, since most services need nothing; then each capability on top of what was already
 * dropped, because two that can each be dropped alone need not be droppable together (DAC_OVERRIDE, DAC_READ_SEARCH).
 */
export function nextCapabilityTrial(trials: CapabilityTrials): NextTrial | null {
  if (trials.kept.length === 0) return null;
  if (!trials.triedEmpty) return { without: trials.kept, kept: [] };
  const [candidate] = trials.untried;
  if (candidate === undefined) return null;
  return { without: [candidate], kept: trials.kept.filter((name) => name !== candidate) };
}

/** The search after the trial that `nextCapabilityTrial` asked for. */
export function recordCapabilityTrial(
  trials: CapabilityTrials,
  { works }: { readonly works: boolean },
): CapabilityTrials {
  const trial = nextCapabilityTrial(trials);
  if (trial === null) return trials;
  const dropped = works ? trial.without : [];
  return {
    kept: works ? trial.kept : trials.kept,
    untried: untriedAfter(trials, works),
    triedEmpty: true,
    unneeded: [...trials.unneeded, ...dropped],
  };
}

/** When the empty set fails and only one is granted, that one is shown to be needed. */
function untriedAfter(trials: CapabilityTrials, works: boolean): readonly Capability[] {
  if (trials.triedEmpty) return trials.untried.slice(1);
  return works || trials.kept.length === 1 ? [] : trials.untried;
}
