import type { Listing } from './listing.js';

/** What a register can hold at an instruction: some constants, and perhaps what cannot be told. */
export interface Held {
  readonly values: ReadonlySet<number>;
  readonly isKnown: boolean;
}

/** rax holds the number of a syscall, rdi the first argument of a function. */
export const RAX = 0;
export const RDI = 7;

/** Addresses at which functions begin, and those of functions that never return. */
export interface FunctionBorders {
  readonly entries: readonly number[];
  readonly final: ReadonlySet<number>;
}

/** Instructions looked at for one question. */
const MOST_STEPS = 4000;

/** Registers a function may change. Source: https://gitlab.com/x86-psABIs/x86-64-ABI (3.2.1) */
const LOST_IN_CALLS: ReadonlySet<number> = new Set([0, 1, 2, 6, 7, 8, 9, 10, 11]);

/** rax has the answer then, rcx and r11 are the processor's. */
const LOST_IN_SYSCALLS: ReadonlySet<number> = new Set([0, 1, 11]);

/** Finds what registers hold by going back from an instruction along every way that leads to it. */
export class RegisterTrace {
  readonly #listing: Listing;
  /** From where jumps and branches come, by the index of where they lead. */
  readonly #sources = new Map<number, number[]>();
  /** Indexes at which something outside of the listing may begin. */
  readonly #entries: ReadonlySet<number>;

  /** Addresses of functions that never return. */
  readonly #final: ReadonlySet<number>;

  constructor(listing: Listing, { entries, final }: FunctionBorders) {
    this.#listing = listing;
    this.#final = final;
    for (let index = 0; index < listing.length; index++) {
      const kind = listing.kind(index);
      const target = kind === 'jump' || kind === 'branch' ? indexAt(listing, listing.target(index)) : null;
      if (target !== null) this.#sources.set(target, [...(this.#sources.get(target) ?? []), index]);
    }
    this.#entries = new Set(entries.flatMap((address) => indexAt(listing, address) ?? []));
  }

  /** What a register holds before an instruction. */
  before(index: number, register: number): Held {
    const values = new Set<number>();
    const seen = new Set<string>();
    const open = [{ index, register }];
    let isKnown = true;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const key = `${next.index} ${next.register}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (seen.size > MOST_STEPS) return { values, isKnown: false };
      const origins = this.#origins(next.index);
      if (origins === null) isKnown = false;
      for (const origin of origins ?? []) {
        const found = this.#defined(origin, next.register);
        if (found.kind === 'constant') values.add(found.value);
        else if (found.kind === 'clobbered') isKnown = false;
        else open.push({ index: origin, register: found.kind === 'copy' ? found.from : next.register });
      }
    }
    return { values, isKnown };
  }

  /** The instructions after which this one can come; `null` when that includes callers. */
  #origins(index: number): readonly number[] | null {
    const jumps = this.#sources.get(index) ?? [];
    if (index === 0 || this.#entries.has(index)) return null;
    const previous = this.#listing.kind(index - 1);
    const falls = previous !== 'jump' && previous !== 'stop' && previous !== 'return' && !this.#isLast(index - 1);
    if (!falls && jumps.length === 0) return this.#listing.kind(index) === 'pad' ? [] : null;
    return falls ? [index - 1, ...jumps] : jumps;
  }

  /** A call that does not come back. */
  #isLast(index: number): boolean {
    const target = this.#listing.kind(index) === 'call' ? this.#listing.target(index) : null;
    return target !== null && this.#final.has(target);
  }

  #defined(index: number, register: number): ReturnType<Listing['definition']> {
    const kind = this.#listing.kind(index);
    if (kind === 'jump' || kind === 'branch') return { kind: 'none' };
    if (kind === 'syscall' && LOST_IN_SYSCALLS.has(register)) return { kind: 'clobbered' };
    if ((kind === 'call' || kind === 'through') && LOST_IN_CALLS.has(register)) return { kind: 'clobbered' };
    return this.#listing.definition(index, register);
  }
}

/** Which instruction stands at an address; `null` when none begins there. */
function indexAt(listing: Listing, address: number | null): number | null {
  if (address === null) return null;
  let low = 0;
  let high = listing.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (listing.address(middle) < address) low = middle + 1;
    else high = middle;
  }
  return low < listing.length && listing.address(low) === address ? low : null;
}
