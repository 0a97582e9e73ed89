import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dockerDefault } from '../../../src/core/seccomp/docker-default.js';
import { openProfile } from '../../../src/core/diff/profile-differences.js';
import { compareProfiles } from '../../support/compared.js';
import { allow, refuse, when } from '../../support/resolved-profile.js';

/**
 * A profile that answers EPERM to all but these calls, in the machine's own ABI. It names a call of a high number, so that the runtime's
 * ENOSYS stub begins above all that is compared.
 */
function allowing(...syscalls: readonly object[]): object {
  return { syscalls: [refuse(['listns']), ...syscalls] };
}

const INTEL = ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32'];

describe('two profiles', () => {
  test('that name the same calls otherwise do not differ', () => {
    const one = allowing(allow(['read', 'write']), allow(['close']));
    const other = allowing(allow(['close', 'write']), allow(['read', 'no_such_call']), refuse(['mount']));
    expect(compareProfiles(one, other)).toEqual([]);
  });

  test.each([
    [
      'a call more',
      allowing(allow(['read'])),
      allowing(allow(['read', 'ptrace'])),
      'looser amd64 ptrace: refused (EPERM) → allowed',
    ],
    [
      'a call less',
      allowing(allow(['read', 'ptrace'])),
      allowing(allow(['read'])),
      'tighter amd64 ptrace: allowed → refused (EPERM)',
    ],
    [
      'a condition less',
      allowing(allow(['ioctl'], { args: [when(1, 'EQ', 5)] })),
      allowing(allow(['ioctl'])),
      'looser amd64 ioctl: refused (EPERM) → allowed argument 1 is 0x5412',
    ],
    [
      'a condition more',
      allowing(allow(['read'])),
      allowing(allow(['read'], { args: [when(0, 'NE', 7)] })),
      'tighter amd64 read: allowed → refused (EPERM) argument 0 is 0x7',
    ],
    [
      'another errno',
      allowing(refuse(['mount'], { errnoRet: 38 })),
      allowing(refuse(['mount'], { errnoRet: 13 })),
      'changed amd64 mount: refused (ENOSYS) → refused (EACCES)',
    ],
    [
      'a kill in place of an error',
      allowing(),
      allowing({ names: ['mount'], action: 'SCMP_ACT_KILL_PROCESS' }),
      'changed amd64 mount: refused (EPERM) → refused (process killed)',
    ],
    [
      'a tracer that decides',
      allowing(),
      allowing({ names: ['mount'], action: 'SCMP_ACT_TRACE' }),
      'looser amd64 mount: refused (EPERM) → left to a tracer',
    ],
    [
      'a log',
      allowing(allow(['mount'])),
      allowing({ names: ['mount'], action: 'SCMP_ACT_LOG' }),
      'changed amd64 mount: allowed → allowed and logged',
    ],
    [
      'an ABI more',
      { syscalls: [allow(['read'])], architectures: INTEL.slice(0, 2) },
      { syscalls: [allow(['read'])], architectures: INTEL },
      'looser x32 x32: closed (thread killed) → open',
    ],
    [
      'a flag that turns a defence off',
      allowing(allow(['read'])),
      { ...allowing(allow(['read'])), flags: ['SECCOMP_FILTER_FLAG_SPEC_ALLOW'] },
      'looser SECCOMP_FILTER_FLAG_SPEC_ALLOW: not set → set',
    ],
  ])('that differ by %s', (_, before, after, expected) => {
    expect(compareProfiles(before, after)).toEqual([expected]);
  });

  test('can be looser and tighter in one call', () => {
    const below = allowing(allow(['read'], { args: [when(0, 'LT', 5)] }));
    const above = allowing(allow(['read'], { args: [when(0, 'GT', 5)] }));
    expect(compareProfiles(below, above)).toEqual([
      'looser amd64 read: refused (EPERM) → allowed argument 0 is 0x6',
      'tighter amd64 read: allowed → refused (EPERM) argument 0 is 0x0',
    ]);
  });

  test('are compared in x32 and in 32-bit code where both let them in', () => {
    const before = { syscalls: [allow(['read'])], architectures: INTEL };
    const after = { syscalls: [allow(['read', 'vm86', 'ioctl'])], architectures: INTEL };
    const looser = compareProfiles(before, after).filter((line) => line.startsWith('looser'));
    expect(looser).toEqual([
      'looser amd64 ioctl: refused (EPERM) → allowed',
      'looser x86 ioctl: refused (ENOSYS) → allowed',
      'looser x86 vm86: refused (ENOSYS) → allowed',
      'looser x32 ioctl: refused (ENOSYS) → allowed',
    ]);
  });

  test('tell what becomes of numbers that nobody knows', () => {
    const lines = compareProfiles(allowing(), { syscalls: [], defaultAction: 'SCMP_ACT_ALLOW' });
    expect(lines.at(-1)).toBe('looser amd64 numbers without a name: refused (ENOSYS) → allowed');
  });

  test('are resolved for the capabilities given', () => {
    const rule = allow(['mount'], { includes: { caps: ['CAP_SYS_ADMIN'] } });
    expect(compareProfiles(allowing(), allowing(rule))).toEqual([]);
    expect(compareProfiles(allowing(), allowing(rule), { capabilities: ['SYS_ADMIN'] })).toHaveLength(1);
  });

  test('are compared for the machine given', () => {
    const rule = allow(['read'], { includes: { arches: ['arm64'] } });
    expect(compareProfiles(allowing(), allowing(rule))).toEqual([]);
    expect(compareProfiles(allowing(), allowing(rule), { arch: 'arm64' })).toEqual([
      'looser arm64 read: refused (EPERM) → allowed',
    ]);
  });

  test('one of which is none at all are far apart', () => {
    const lines = compareProfiles(dockerDefault(), openProfile());
    expect(lines).toContain('looser amd64 mount: refused (EPERM) → allowed');
    expect(lines.filter((line) => !line.startsWith('looser'))).toEqual([]);
  });
});

/** Any profile of a few calls, conditions and actions. */
function profiles(): fc.Arbitrary<object> {
  const condition = fc
    .tuple(fc.nat(1), fc.constantFrom('EQ', 'NE', 'LT', 'LE', 'GT', 'GE', 'MASKED_EQ'), fc.nat(9), fc.nat(9))
    .map(([index, operator, value, two]) => when(index, operator, value, operator === 'MASKED_EQ' ? two : 0));
  const rule = fc.record({
    names: fc.uniqueArray(fc.constantFrom('read', 'clone', 'socket', 'vm86', 'ipc', 'mount'), {
      minLength: 1,
      maxLength: 3,
    }),
    action: fc.constantFrom(
      'SCMP_ACT_ALLOW',
      'SCMP_ACT_ERRNO',
      'SCMP_ACT_LOG',
      'SCMP_ACT_TRACE',
      'SCMP_ACT_KILL_PROCESS',
    ),
    args: fc.array(condition, { maxLength: 2 }),
  });
  return fc.record({
    defaultAction: fc.constantFrom('SCMP_ACT_ERRNO', 'SCMP_ACT_KILL', 'SCMP_ACT_ALLOW'),
    syscalls: fc.array(rule, { maxLength: 5 }),
    architectures: fc.constantFrom([], ['SCMP_ARCH_X86_64'], INTEL),
  });
}

/** Which way and what, without the sides. */
function kinds(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.split(':')[0] ?? '').sort();
}

describe('any two profiles', () => {
  test('differ in nothing when they are one', () => {
    fc.assert(
      fc.property(profiles(), (profile) => {
        expect(compareProfiles(profile, profile)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('are as much tighter one way as they are looser the other', () => {
    const turned = { looser: 'tighter', tighter: 'looser' } as const;
    fc.assert(
      fc.property(profiles(), profiles(), (one, other) => {
        const back = kinds(compareProfiles(other, one)).map((kind) =>
          kind.replace(/^(?:looser|tighter)/, (word) => turned[word as keyof typeof turned]),
        );
        expect(back.sort()).toEqual(kinds(compareProfiles(one, other)));
      }),
      { numRuns: 60 },
    );
  });

  test('that differ in the order of names and of rules with one action do not differ', () => {
    const action = 'SCMP_ACT_ALLOW';
    const rules = fc.array(
      fc.record({
        names: fc.uniqueArray(fc.constantFrom('read', 'write', 'socket', 'vm86')),
        action: fc.constant(action),
      }),
    );
    fc.assert(
      fc.property(
        rules.filter((all) => all.every(({ names }) => names.length > 0)),
        (syscalls) => {
          const turned = syscalls.toReversed().map((rule) => ({ ...rule, names: rule.names.toReversed() }));
          expect(compareProfiles({ syscalls }, { syscalls: turned })).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
