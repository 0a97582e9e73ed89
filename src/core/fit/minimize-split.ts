import type { Candidate } from './minimize-state.js';

/** For a name without an estimate: it was never seen used. */
const UNSEEN_LIKELIHOOD = 0.01;
/** A trial tells most when it is as likely to pass as to fail. */
const EVEN = 0.5;

/** The first names that are together more likely to be unneeded than not, at least one. */
export function likelyWhole(names: readonly string[], candidates: readonly Candidate[]): readonly string[] {
  const likelihoods = likelihoodsOf(names, candidates);
  let chance = 1;
  const end = likelihoods.findIndex((likelihood) => {
    chance *= 1 - likelihood;
    return chance < EVEN;
  });
  return end === -1 ? names : names.slice(0, Math.max(1, end));
}

/** The first names of a set known to fail, about as likely to hold the reason as the others; not all, at least one. */
export function halfOf(names: readonly string[], candidates: readonly Candidate[]): readonly string[] {
  const likelihoods = likelihoodsOf(names, candidates);
  const total = likelihoods.reduce((sum, likelihood) => sum + likelihood, 0);
  let sum = 0;
  const middle = likelihoods.findIndex((likelihood) => {
    sum += likelihood;
    return sum >= total * EVEN;
  });
  return names.slice(0, Math.min(names.length - 1, Math.max(1, middle + 1)));
}

/** How likely a service works without any of the names. */
export function passChance(names: readonly string[], candidates: readonly Candidate[]): number {
  return likelihoodsOf(names, candidates).reduce((chance, likelihood) => chance * (1 - likelihood), 1);
}

/** How many of the names are likely to be needed. */
export function expectedNeeds(names: readonly string[], candidates: readonly Candidate[]): number {
  return likelihoodsOf(names, candidates).reduce((sum, likelihood) => sum + likelihood, 0);
}

function likelihoodsOf(names: readonly string[], candidates: readonly Candidate[]): readonly number[] {
  const known = new Map(candidates.map(({ name, likelihood }) => [name, likelihood]));
  return names.map((name) => Math.min(0.99, Math.max(0.001, known.get(name) ?? UNSEEN_LIKELIHOOD)));
}
