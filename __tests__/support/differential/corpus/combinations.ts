import { allow, refuse, when } from '../../resolved-profile.js';
import { runtimeProfile, type CorpusProfile } from './corpus-profile.js';

type Condition = ReturnType<typeof when>;

const X32 = { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X32'] };
const NATIVE = { architectures: ['SCMP_ARCH_X86_64'] };

function allowed(...args: readonly Condition[]): object {
  return allow(['semget'], { args });
}

function errno(errnoRet: number, ...args: readonly Condition[]): object {
  return refuse(['semget'], { errnoRet, args });
}

/** Rules of one call that meet in libseccomp's tree: which is tried first, which replaces which, which is lost. */
export const COMBINATIONS_CORPUS: readonly CorpusProfile[] = [
  runtimeProfile(
    'lower bounds, the narrower tried first',
    [errno(7, when(0, 'GT', 5)), errno(9, when(0, 'GT', 10))],
    NATIVE,
  ),
  runtimeProfile(
    'lower bounds, the narrower named first',
    [errno(9, when(0, 'GE', 10)), errno(7, when(0, 'GE', 5))],
    NATIVE,
  ),
  runtimeProfile(
    'upper bounds, the narrower tried first',
    [allowed(when(0, 'LT', 10)), allowed(when(0, 'LT', 5))],
    X32,
  ),
  runtimeProfile(
    'upper bounds, the narrower named first',
    [allowed(when(0, 'LE', 5)), allowed(when(0, 'LE', 10))],
    X32,
  ),
  runtimeProfile('lower bounds of one action', [allowed(when(1, 'GT', 5)), allowed(when(1, 'GE', 3))], X32),
  runtimeProfile('equality before an order', [allowed(when(0, 'GE', 1)), errno(9, when(0, 'EQ', 38))], X32),
  runtimeProfile('an order after equality', [errno(9, when(0, 'EQ', 38)), allowed(when(0, 'LE', 100))], X32),
  runtimeProfile('both ends of a range', [allowed(when(0, 'LT', 3)), allowed(when(0, 'GT', 7))], X32),
  runtimeProfile('all but one, and that one', [allowed(when(0, 'NE', 5)), allowed(when(0, 'EQ', 5))], X32),
  runtimeProfile(
    'all but one, and that one with more',
    [allowed(when(0, 'NE', 5)), allowed(when(0, 'EQ', 5), when(1, 'EQ', 6))],
    NATIVE,
  ),
  runtimeProfile(
    'a later argument before an earlier one',
    [allowed(when(0, 'EQ', 2)), errno(9, when(2, 'EQ', 5))],
    X32,
  ),
  runtimeProfile('an earlier argument after a later one', [errno(9, when(2, 'EQ', 5)), allowed(when(0, 'EQ', 2))], X32),
  runtimeProfile(
    'a longer rule of another action is lost',
    [allowed(when(0, 'EQ', 2)), errno(9, when(0, 'EQ', 2), when(1, 'EQ', 3))],
    X32,
  ),
  runtimeProfile(
    'a shorter rule of the same action',
    [
      allowed(when(0, 'EQ', 2), when(1, 'EQ', 3)),
      allowed(when(0, 'EQ', 2), when(2, 'EQ', 4)),
      allowed(when(0, 'EQ', 2)),
    ],
    X32,
  ),
  runtimeProfile(
    'two thirds in common',
    [
      allowed(when(0, 'EQ', 1), when(1, 'EQ', 2), when(2, 'EQ', 3)),
      errno(9, when(0, 'EQ', 1), when(1, 'EQ', 2), when(2, 'EQ', 4)),
      allowed(when(0, 'EQ', 1), when(1, 'EQ', 3)),
    ],
    X32,
  ),
  runtimeProfile(
    'values that differ in their upper half alone',
    [allowed(when(0, 'EQ', 1)), errno(9, when(0, 'EQ', String(2n ** 32n + 1n)))],
    NATIVE,
  ),
];

/** Rules that libseccomp refuses beside each other: with them no container starts. */
export const REFUSED_CORPUS: readonly CorpusProfile[] = [
  runtimeProfile(
    'the same condition, another action',
    [errno(9, when(0, 'EQ', 38)), allowed(when(0, 'EQ', 38))],
    NATIVE,
  ),
  runtimeProfile(
    'the same mask, another number',
    [errno(9, when(0, 'MASKED_EQ', 7, 1)), errno(10, when(0, 'MASKED_EQ', 7, 1))],
    NATIVE,
  ),
  runtimeProfile(
    'a shorter rule of another action',
    [errno(9, when(0, 'EQ', 2), when(1, 'EQ', 3)), allowed(when(0, 'EQ', 2))],
    NATIVE,
  ),
  runtimeProfile(
    'the same conditions on two arguments, another action',
    [errno(9, when(0, 'EQ', 2), when(1, 'EQ', 3)), allowed(when(0, 'EQ', 2), when(1, 'EQ', 3))],
    NATIVE,
  ),
  runtimeProfile(
    'upper halves, which x32 does not compare',
    [errno(7, when(0, 'EQ', 1)), errno(9, when(0, 'EQ', String(2n ** 32n + 1n)))],
    X32,
  ),
  runtimeProfile(
    'socket by family, which 32-bit x86 cannot tell',
    [allow(['socket']), refuse(['socket'], { errnoRet: 9, args: [when(0, 'EQ', 38)] })],
    { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'] },
  ),
];
