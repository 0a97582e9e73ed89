import type { Candidate } from './minimize-state.js';
import { standsInFor } from './stand-ins.js';

/**
 * Which of the refused names a failure is put down to: the last, because a service lives on after those it can do without, but
 * not what a program calls that has given up already. Of names that stand in for each other it is the one to keep, the last in
 * the order of trying.
 * @param refused in the order of their refusals
 * @param order every candidate in the order of trying
 */
export function blame(refused: readonly string[], order: readonly Candidate[]): string {
  const last = refused.findLast((name) => !GIVING_UP.has(name)) ?? refused.at(-1) ?? '';
  const kin = refused.filter((name) => standsInFor(name, last));
  const placeOf = (name: string): number => order.findIndex((candidate) => candidate.name === name);
  return kin.reduce((kept, name) => (placeOf(name) > placeOf(kept) ? name : kept), last);
}

/** With these abort() ends a program: https://sourceware.org/git/?p=glibc.git;a=blob;f=nptl/pthread_kill.c */
const GIVING_UP: ReadonlySet<string> = new Set(['gettid', 'kill', 'tgkill', 'tkill']);
