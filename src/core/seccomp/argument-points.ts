import type { ArgumentCondition } from './profile.js';

/**
 * Arguments that tell conditions apart: for every way the conditions can hold or fail together there is a point, as far as
 * each condition looks at one argument. Smallest values first; arguments no condition looks at are 0. At most 4096 points,
 * evenly spread over all combinations when there are more.
 */
export function argumentPoints(conditions: readonly ArgumentCondition[]): readonly (readonly bigint[])[] {
  if (conditions.length === 0) return ANY;
  const choices = ARGUMENTS.map((index) => candidates(conditions.filter((condition) => condition.index === index)));
  const total = choices.reduce((product, { length }) => product * length, 1);
  const step = Math.ceil(total / MAX_POINTS);
  return Array.from({ length: Math.ceil(total / step) }, (_, nth) => combination(choices, nth * step));
}

const MAX_POINTS = 4096;
const ARGUMENTS = [0, 1, 2, 3, 4, 5];
/** Most calls have no conditions, so that one point tells all. */
const ANY: readonly (readonly bigint[])[] = [ARGUMENTS.map(() => 0n)];

/** The nth combination, the first argument running fastest. */
function combination(choices: readonly (readonly bigint[])[], nth: number): readonly bigint[] {
  let rest = nth;
  return choices.map((values) => {
    const value = values[rest % values.length] ?? 0n;
    rest = Math.floor(rest / values.length);
    return value;
  });
}

function candidates(conditions: readonly ArgumentCondition[]): readonly bigint[] {
  if (conditions.length === 0) return [0n];
  const masked = conditions.filter(({ operator }) => operator === 'SCMP_CMP_MASKED_EQ');
  const plain = conditions.filter((condition) => !masked.includes(condition)).map(({ value }) => value);
  const borders = [0n, ALL_BITS, ...plain.flatMap((value) => [value - 1n, value, value + 1n])];
  const fits = masked.flatMap((condition) => borders.map((base) => fitted(base, condition)));
  const combined = masked.flatMap((condition) => fits.map((base) => fitted(base, condition)));
  const near = combined.flatMap((value) => masked.map(({ value: mask }) => value ^ (mask & -mask)));
  const values = [...borders, ...fits, ...combined, ...near].map((value) => BigInt.asUintN(64, value));
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
}

/** The value with the bits the condition wants. */
function fitted(base: bigint, { value: mask, valueTwo }: ArgumentCondition): bigint {
  return (base & ~mask) | (valueTwo & mask);
}

const ALL_BITS = 2n ** 64n - 1n;
