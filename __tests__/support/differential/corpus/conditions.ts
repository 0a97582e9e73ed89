import { allow, refuse, when } from '../../resolved-profile.js';
import { engineProfile, runtimeProfile, type CorpusProfile } from './corpus-profile.js';

const OPERATORS = ['NE', 'LT', 'LE', 'EQ', 'GE', 'GT', 'MASKED_EQ'];
const CALLS = ['getrlimit', 'setrlimit', 'getpriority', 'setpriority', 'semget', 'shmget', 'msgget'];
const WIDE = String(2n ** 32n + 7n);
const HIGHEST = String(2n ** 64n - 1n);
const X32 = { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X32'] };

/** One rule for each operator, each for a call of its own. */
function eachOperator(index: number, value: number | string, valueTwo: number | string = 0): readonly object[] {
  return OPERATORS.map((operator, nth) =>
    allow(CALLS.slice(nth, nth + 1), { args: [when(index, operator, value, operator === 'MASKED_EQ' ? valueTwo : 0)] }),
  );
}

/** Comparisons: every operator at every size, several on one argument, several arguments, several rules for one call. */
export const CONDITIONS_CORPUS: readonly CorpusProfile[] = [
  ...[0, 1, 2, 3, 4, 5].map((index) =>
    engineProfile(`every operator on argument ${index}`, eachOperator(index, 0x5401, 0x5000)),
  ),
  runtimeProfile(
    'more conditions than there are arguments',
    [allow(['semget'], { args: [0, 1, 2, 3, 4, 5, 6, 7].map((value) => when(0, 'EQ', value)) })],
    X32,
  ),
  runtimeProfile('every operator against 0', eachOperator(0, 0), X32),
  runtimeProfile('every operator against 1', eachOperator(1, 1, 1), X32),
  runtimeProfile('every operator at the end of 31 bits', eachOperator(0, 0x7fff_ffff, 0x7fff_ffff), X32),
  runtimeProfile('every operator at the end of 32 bits', eachOperator(0, 0xffff_ffff, 0xffff_ffff), X32),
  runtimeProfile('every operator above 32 bits', eachOperator(0, WIDE, WIDE), X32),
  runtimeProfile('every operator at a border of 32 bits', eachOperator(2, String(2n ** 32n), String(2n ** 32n)), X32),
  runtimeProfile('every operator at the end of 64 bits', eachOperator(5, HIGHEST, HIGHEST), X32),
  engineProfile('masks of one bit, of odd bits, of both halves and of none', [
    allow(['clone'], { args: [when(0, 'MASKED_EQ', 0x7e02_0000)] }),
    allow(['getrlimit'], { args: [when(0, 'MASKED_EQ', 1, 1)] }),
    allow(['setrlimit'], { args: [when(0, 'MASKED_EQ', 0x8000_0001, 1)] }),
    allow(['getpriority'], { args: [when(1, 'MASKED_EQ', '12297829382473034410', '2')] }),
    allow(['setpriority'], { args: [when(1, 'MASKED_EQ', String(2n ** 63n), String(2n ** 63n))] }),
    allow(['semget'], { args: [when(2, 'MASKED_EQ', 0)] }),
    allow(['shmget'], { args: [when(2, 'MASKED_EQ', HIGHEST, 5)] }),
  ]),
  runtimeProfile(
    'a mask that wants a bit it does not cover',
    [allow(['semget'], { args: [when(0, 'MASKED_EQ', 6, 7)] })],
    X32,
  ),
  runtimeProfile(
    'a mask of the upper half alone',
    [
      allow(['semget'], { args: [when(0, 'MASKED_EQ', String(0xffff_ffffn << 32n), 0)] }),
      allow(['shmget'], { args: [when(3, 'MASKED_EQ', String(0xffff_ffffn << 32n), String(1n << 40n))] }),
    ],
    X32,
  ),
  engineProfile('two conditions on one argument are two rules', [
    allow(['semget'], { args: [when(0, 'EQ', 1), when(0, 'EQ', 2)] }),
    allow(['shmget'], { args: [when(0, 'EQ', 1), when(0, 'EQ', 2), when(1, 'EQ', 3)] }),
    allow(['msgget'], { args: [when(1, 'MASKED_EQ', 3, 1), when(1, 'EQ', 8)] }),
  ]),
  engineProfile('conditions on several arguments all have to hold', [
    allow(['semget'], { args: [when(0, 'EQ', 1), when(1, 'EQ', 2)] }),
    allow(['shmget'], { args: [when(5, 'EQ', 1), when(0, 'EQ', 2), when(2, 'EQ', 3)] }),
    allow(['msgget'], { args: [0, 1, 2, 3, 4, 5].map((index) => when(index, 'EQ', index + 1)) }),
    allow(['ioctl'], { args: [when(1, 'MASKED_EQ', 0xff00, 0x5400), when(2, 'EQ', 0)] }),
  ]),
  engineProfile('several rules for one call, one is enough', [
    ...[0, 8, 0x2_0000, 0x2_0008, 0xffff_ffff].map((value) => allow(['personality'], { args: [when(0, 'EQ', value)] })),
    allow(['socket'], { args: [when(0, 'EQ', 1)] }),
    allow(['socket'], { args: [when(0, 'EQ', 2), when(1, 'EQ', 1)] }),
    allow(['socket'], { args: [when(0, 'EQ', 10), when(1, 'EQ', 1)] }),
    allow(['socket'], { args: [when(0, 'EQ', 16), when(2, 'EQ', 0)] }),
  ]),
  engineProfile('ranges of families, the way newer defaults have them', [
    allow(['socket'], { args: [when(0, 'LT', 12)] }),
    ...[13, 14, 15, 29, 31].map((value) => allow(['socket'], { args: [when(0, 'EQ', value)] })),
  ]),
  engineProfile('a rule without conditions beats those with some, wherever it stands', [
    refuse(['semget'], { errnoRet: 22, args: [when(0, 'EQ', 1)] }),
    allow(['semget']),
    allow(['shmget']),
    refuse(['shmget'], { errnoRet: 22, args: [when(0, 'EQ', 1)] }),
  ]),
  engineProfile('the first of two rules without conditions counts', [allow(['semget']), allow(['semget', 'msgget'])]),
  engineProfile('a longer rule that begins like a shorter one', [
    allow(['semget'], { args: [when(1, 'EQ', 5)] }),
    allow(['semget'], { args: [when(1, 'EQ', 5), when(2, 'EQ', 6)] }),
    allow(['shmget'], { args: [when(1, 'EQ', 5), when(2, 'EQ', 6)] }),
    allow(['shmget'], { args: [when(1, 'EQ', 5)] }),
    allow(['msgget'], { args: [when(1, 'EQ', 5), when(2, 'EQ', 6)] }),
    allow(['msgget'], { args: [when(1, 'EQ', 5), when(2, 'EQ', 7)] }),
  ]),
  engineProfile('equal conditions, twice', [
    allow(['semget'], { args: [when(0, 'EQ', 5)] }),
    allow(['semget'], { args: [when(0, 'EQ', 5)] }),
    allow(['shmget'], { args: [when(0, 'MASKED_EQ', 7, 5)] }),
    allow(['shmget'], { args: [when(0, 'MASKED_EQ', 7, 5)] }),
  ]),
  engineProfile('masks and equality for one call', [
    allow(['semget'], { args: [when(0, 'MASKED_EQ', 0xf0, 0x10)] }),
    allow(['semget'], { args: [when(0, 'MASKED_EQ', 0x0f, 0x01)] }),
    allow(['semget'], { args: [when(0, 'EQ', 0x55)] }),
    allow(['semget'], { args: [when(0, 'EQ', String(2n ** 40n))] }),
  ]),
  engineProfile('actions that differ by argument', [
    allow(['semget'], { args: [when(0, 'EQ', 1)] }),
    refuse(['semget'], { errnoRet: 22, args: [when(0, 'EQ', 2)] }),
    allow(['semget'], { args: [when(1, 'EQ', 3)] }),
    refuse(['shmget'], { errnoRet: 22, args: [when(0, 'EQ', 1), when(1, 'EQ', 1)] }),
    allow(['shmget'], { args: [when(0, 'EQ', 1), when(1, 'EQ', 2)] }),
    refuse(['msgget'], { errnoRet: 22, args: [when(0, 'EQ', String(2n ** 33n + 1n))] }),
    allow(['msgget'], { args: [when(0, 'EQ', String(2n ** 33n + 2n))] }),
  ]),
  runtimeProfile(
    'a default that allows, conditions that refuse',
    [
      refuse(['socket'], { args: [when(0, 'EQ', 16)] }),
      refuse(['clone'], { args: [when(0, 'MASKED_EQ', 0x1000_0000, 0x1000_0000)] }),
      refuse(['ioctl'], { args: [when(1, 'EQ', 0x5412)] }),
      refuse(['personality'], { args: [when(0, 'NE', 0)] }),
    ],
    { ...X32, defaultAction: 'SCMP_ACT_ALLOW' },
  ),
];
