import { sameOutcome, type Outcome } from '../../../src/core/seccomp/action.js';
import { decide, decideIn, type Filter } from '../../../src/core/seccomp/filter.js';
import type { Profile } from '../../../src/core/seccomp/profile.js';
import type { FilteredCall } from './bpf.js';
import type { EnforcedFilter } from './dump-filters.js';
import { outcomeUnder } from './outcome-under.js';
import { argumentsAround, conditionsByNumber, numbersOf, PLAIN_ARGUMENTS } from './points.js';

/** What came of comparing a resolved profile with what the kernel holds. */
export interface Compared {
  readonly points: number;
  /** One line each, the first few. */
  readonly differences: readonly string[];
}

/** A profile, what the resolver makes of it and what the kernel was given. */
export interface Comparison {
  readonly profile: Profile;
  readonly filter: Filter;
  readonly enforced: readonly EnforcedFilter[];
}

/** Asks both about every call: those of x86_64 and x32, and some of ABIs that the resolver knows only to be let in or not. */
export function compare({ profile, filter, enforced }: Comparison): Compared {
  const programs = enforced.map(({ program }) => program);
  const differences: string[] = [];
  let points = 0;
  for (const { call, expected } of decisions(profile, filter)) {
    points += 1;
    const found = outcomeUnder(programs, call);
    if (sameOutcome(found, expected)) continue;
    if (differences.length < MOST_DIFFERENCES) differences.push(describe(call, expected, found));
  }
  return { points, differences };
}

/** Every point and what the resolver says of it. */
export function* decisions(profile: Profile, filter: Filter): Generator<{ call: FilteredCall; expected: Outcome }> {
  for (const abi of ['x86_64', 'x32', 'x86'] as const) {
    const conditions = conditionsByNumber(profile, abi);
    for (const number of numbersOf(abi)) {
      const here = conditions.get(number);
      for (const args of here === undefined ? PLAIN_ARGUMENTS : argumentsAround(here)) {
        const expected = decideIn(filter, abi, { number, args });
        yield { call: { number: number + BIT[abi], arch: AUDIT_ARCH[abi], args }, expected };
      }
    }
  }
  for (const number of STRANGE_NUMBERS) {
    const call = { number, args: [] };
    yield { call: { ...call, arch: AUDIT_ARCH.x86_64 }, expected: decide(filter, number) };
    yield { call: { ...call, arch: AUDIT_ARCH.aarch64 }, expected: decideIn(filter, 'aarch64', call) };
  }
}

const MOST_DIFFERENCES = 8;
const BIT = { x86_64: 0, x32: 0x4000_0000, x86: 0 } as const;
/** Of no call: below and above the numbers of x32. */
const STRANGE_NUMBERS = [0x3fff_ffff, 0x4fff_ffff, 0x7fff_ffff];

/** Source: https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/audit.h */
const AUDIT_ARCH = { x86_64: 0xc000_003e, x32: 0xc000_003e, x86: 0x4000_0003, aarch64: 0xc000_00b7 } as const;

function describe({ number, arch, args }: FilteredCall, expected: Outcome, found: Outcome): string {
  const values = args.map((value) => `0x${value.toString(16)}`).join(', ');
  return `${arch.toString(16)} ${number}(${values}): resolved ${short(expected)}, enforced ${short(found)}`;
}

function short({ action, errno }: Outcome): string {
  return errno === null ? action : `${action} ${errno}`;
}
