import { goesThrough } from '../../seccomp/action.js';
import { conditionsOn } from '../../seccomp/allowed.js';
import { argumentPoints } from '../../seccomp/argument-points.js';
import { decide, machineCalls, type Filter } from '../../seccomp/filter.js';
import type { SyscallRule } from '../../seccomp/profile.js';
import { narrowArguments } from '../narrow-argument.js';
import type { LintContext, LintRule, Observation } from '../rule.js';
import { placeOfName } from '../written-rule.js';

export const BYPASSABLE_CONDITION: LintRule = { id: 'bypassable-condition', check: bypassableCondition };

/**
 * A filter compares 64 bits where the kernel takes an int: with a bit set above the lowest 32 a refused value is another
 * one to the filter and the same to the kernel. Source: CVE-2019-10063 (flatpak) and CVE-2019-7303 (snapd), both TIOCSTI.
 */
function bypassableCondition({ confined, dockerDefault }: LintContext): readonly Observation[] {
  if (confined === null) return [];
  return machineCalls(confined.filter).flatMap(({ name, number }) => {
    const found = findBypass(confined.filter, name, number);
    if (found === null) return [];
    const isUsual = findBypass(dockerDefault, name, number) !== null;
    const place =
      found.rule === null
        ? (confined.profile.locations.get('defaultAction') ?? confined.profile.location)
        : placeOfName(found.rule, name);
    return [{ ...observe(name, found, isUsual), location: place }];
  });
}

interface Bypass {
  readonly index: number;
  /** The value that is refused. */
  readonly value: bigint;
  /** What lets it through with further bits; `null`: the default. */
  readonly rule: SyscallRule | null;
}

function findBypass(filter: Filter, name: string, number: number): Bypass | null {
  const indexes = narrowArguments(name);
  const conditions = indexes.length === 0 ? [] : conditionsOn(filter, number);
  for (const index of indexes) {
    if (!conditions.some((condition) => condition.index === index)) continue;
    for (const args of argumentPoints(conditions)) {
      const found = bypassAt({ filter, number, args, index });
      if (found !== null) return found;
    }
  }
  return null;
}

interface Point {
  readonly filter: Filter;
  readonly number: number;
  readonly args: readonly bigint[];
  readonly index: number;
}

function bypassAt({ filter, number, args, index }: Point): Bypass | null {
  const value = args[index] ?? 0n;
  if (value > ALL_BITS || goesThrough(decide(filter, number, args))) return null;
  const wider = decide(filter, number, args.with(index, value + ALL_BITS + 1n));
  return goesThrough(wider) ? { index, value, rule: wider.rule } : null;
}

const ALL_BITS = 0xffff_ffffn;

function observe(name: string, { index, value }: Bypass, isUsual: boolean): Omit<Observation, 'location'> {
  return {
    ...(isUsual ? { severity: 'note' } : {}),
    message: `${name} is refused when argument ${index} is ${value} and let through when it is ${value + ALL_BITS + 1n}, which the kernel cuts to the same ${value}: filters compare 64 bits, and this argument has 32${isUsual ? ". Docker's current default has the same gap" : ''}`,
    advice:
      'Refuse by default and allow single values with SCMP_CMP_EQ, or compare the low half with SCMP_CMP_MASKED_EQ and the mask 4294967295.',
    grants: [name],
  };
}
