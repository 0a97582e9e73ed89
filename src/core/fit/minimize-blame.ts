import type { Candidate } from './minimize-state.js';
import { standsInFor } from './stand-ins.js';

/**
 * Which of the refused names a failure is put down to: the likeliest need, a later refusal rather than an earlier one, because a
 * service lives on after those it can do without; but not what a program calls that has given up already. Of names that stand
 * in for each other it is the one to keep, the last in the order of trying.
 * @param refused in the order of their refusals
 * @param order every candidate in the order of trying
 */
export function blame(refused: readonly string[], order: readonly Candidate[]): string {
  const before = refused.filter((name) => !GIVING_UP.has(name));
  const chosen = likeliest(before.length > 0 ? before : refused, order);
  const kin = refused.filter((name) => standsInFor(name, chosen));
  const placeOf = (name: string): number => order.findIndex((candidate) => candidate.name === name);
  return kin.reduce((kept, name) => (placeOf(name) > placeOf(kept) ? name : kept), chosen);
}

/** With these abort() ends a program: https://sourceware.org/git/?p=glibc.git;a=blob;f=nptl/pthread_kill.c */
const GIVING_UP: ReadonlySet<string> = new Set(['gettid', 'kill', 'tgkill', 'tkill']);

/**
 * How much less likely a refusal is the reason than the one after it. Of 174 failed trials of Samba and nginx this names a call
 * that is needed in 142, the last refusal alone in 120.
 */
const EARLIER = 0.6;
/** No likelihood is certain, in odds of about one to fifty. */
const LEAST = 0.02;

function likeliest(refused: readonly string[], order: readonly Candidate[]): string {
  const scores = refused.map((name, place) => ({
    name,
    score: oddsOf(name, order) * EARLIER ** (refused.length - place),
  }));
  return scores.reduce((best, one) => (one.score >= best.score ? one : best), { name: '', score: 0 }).name;
}

function oddsOf(name: string, order: readonly Candidate[]): number {
  const known = order.find((candidate) => candidate.name === name)?.likelihood ?? LEAST;
  const likelihood = Math.min(1 - LEAST, Math.max(LEAST, known));
  return likelihood / (1 - likelihood);
}
