import { canBeLeftOut, callNames, MAX_CALL, type NativeAbi } from './calls.js';
import type { ContainerUsage } from './usage.js';

/** Calls of one number in one step after which more of them tell nothing new. */
const ENOUGH = 1_000;
/** A service that makes more kinds of calls over and over again is not known. */
const MOST = 64;

/**
 * The calls that the kernel may leave out for the rest of the step: the service has made them often in it, their arguments tell
 * nothing, and none was refused; or each was refused, as happens to a service that asks for events in a loop. That keeps the
 * recorder from slowing a busy service down, and a flood from drowning the rest.
 */
export class HotCalls {
  readonly #candidates: Uint8Array;
  readonly #out = new Set<number>();

  /** @param always numbers that are always recorded */
  constructor(abi: NativeAbi, always: Iterable<number>) {
    this.#candidates = new Uint8Array(MAX_CALL + 1);
    for (const [number, name] of callNames(abi))
      if (number <= MAX_CALL && canBeLeftOut(name)) this.#candidates[number] = 1;
    for (const number of always) this.#candidates[number] = 0;
  }

  /** Every number to leave out now, when there are new ones; `null` when nothing has changed. */
  look(usage: ContainerUsage): readonly number[] | null {
    const before = this.#out.size;
    if (before >= MOST) return null;
    const counts = usage.serviceCalls();
    for (let call = 0; call <= MAX_CALL && this.#out.size < MOST; call++) {
      if (this.#candidates[call] !== 1) continue;
      const used = counts[call] ?? 0;
      const refused = usage.timesRefusedInStep(call);
      if (used === 0 ? refused >= ENOUGH : used >= ENOUGH && !usage.wasRefused(call)) this.#out.add(call);
    }
    return this.#out.size > before ? [...this.#out] : null;
  }

  /** A step begins: all calls are recorded again. */
  reset(): void {
    this.#out.clear();
  }
}
