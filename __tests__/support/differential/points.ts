import { argumentPoints } from '../../../src/core/seccomp/argument-points.js';
import type { ArgumentCondition, Profile } from '../../../src/core/seccomp/profile.js';
import { findSyscall, syscallsOf, type Abi } from '../../../src/core/seccomp/syscalls.js';

type Arguments = readonly bigint[];

/** Numbers of an ABI, without its bit: all from 0 to some way above the highest known, and the borders of what a number can be. */
export function numbersOf(abi: Abi): readonly number[] {
  const highest = Math.max(...syscallsOf(abi).map(({ number }) => number));
  const all = Array.from({ length: highest + BEYOND }, (_, number) => number);
  return [...new Set([...all, ...FAR])];
}

const BEYOND = 24;
const FAR = [512, 547, 548, 600, 1023, 1024, 4095, 65_535, 65_536, 0x3fff_fffe, 0x3fff_ffff];

/** For every call of an ABI that a profile has conditions on, all of them, by number; whether they come to count or not. */
export function conditionsByNumber({ rules }: Profile, abi: Abi): ReadonlyMap<number, readonly ArgumentCondition[]> {
  const conditions = new Map<number, ArgumentCondition[]>();
  for (const { names, args } of rules) {
    for (const name of names) {
      const call = findSyscall(abi, name);
      if (call !== null && args.length > 0) {
        conditions.set(call.number, [...(conditions.get(call.number) ?? []), ...args]);
      }
    }
  }
  return conditions;
}

/** Arguments no condition should tell apart: nothing, everything, each half of a word alone. */
export const PLAIN_ARGUMENTS: readonly Arguments[] = [0n, 2n ** 64n - 1n, 2n ** 32n - 1n, 2n ** 32n].map((value) =>
  Array.from({ length: 6 }, () => value),
);

/** Arguments around conditions: `argumentPoints`, and values at their borders and at those of words, in both halves. */
export function argumentsAround(conditions: readonly ArgumentCondition[]): readonly Arguments[] {
  const points = [...PLAIN_ARGUMENTS, ...argumentPoints(conditions), ...combinations(conditions)];
  return [...new Map(points.map((args) => [args.join(), args])).values()];
}

/** Values around the conditions on each argument, each with each as far as there is room. */
function combinations(conditions: readonly ArgumentCondition[]): readonly Arguments[] {
  const choices = [0, 1, 2, 3, 4, 5].map((index) => valuesAround(conditions.filter((one) => one.index === index)));
  const total = choices.reduce((product, values) => product * values.length, 1);
  const step = Math.max(1, Math.floor(total / MOST_COMBINATIONS) | 1);
  return Array.from({ length: Math.ceil(total / step) }, (_, nth) => {
    let rest = nth * step;
    return choices.map((values) => {
      const value = values[rest % values.length] ?? 0n;
      rest = Math.floor(rest / values.length);
      return value;
    });
  });
}

const MOST_COMBINATIONS = 1500;
const WORD = 2n ** 32n;
const BORDERS = [0n, 1n, WORD / 2n - 1n, WORD / 2n, WORD - 1n, WORD, WORD + 1n, 2n ** 63n, 2n ** 64n - 1n];

function valuesAround(conditions: readonly ArgumentCondition[]): readonly bigint[] {
  if (conditions.length === 0) return [0n];
  const near = conditions.flatMap(({ operator, value, valueTwo }) => {
    const base = operator === 'SCMP_CMP_MASKED_EQ' ? [value, valueTwo & value, valueTwo | ~value, valueTwo] : [value];
    return base.flatMap((one) => [one - 1n, one, one + 1n, one + WORD, one - WORD, one ^ (1n << 63n), one % WORD]);
  });
  return [...new Set([...BORDERS, ...near].map((value) => BigInt.asUintN(64, value)))];
}
