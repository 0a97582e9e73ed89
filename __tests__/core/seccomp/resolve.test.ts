import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CAPABILITIES } from '../../../src/core/capability/names.js';
import { dockerDefault } from '../../../src/core/seccomp/docker-default.js';
import { decide, decideIn } from '../../../src/core/seccomp/filter.js';
import { resolve } from '../../../src/core/seccomp/resolve.js';
import { allow, answer, ENVIRONMENT, filterOf, refuse, short, when, written } from '../../support/resolved-profile.js';

const X86_64 = { architectures: ['SCMP_ARCH_X86_64'] };

describe('which rules count', () => {
  const counts = (scope: object, options = {}): boolean =>
    answer(filterOf([allow(['read'], scope)], options), 'read') === 'ALLOW';
  const capabilities = new Set(['SYS_ADMIN', 'SYS_CHROOT'] as const);

  test.each([
    ['nothing is said', {}, true],
    ['all wanted capabilities are held', { includes: { caps: ['CAP_SYS_ADMIN', 'CAP_SYS_CHROOT'] } }, true],
    ['one wanted capability is missing', { includes: { caps: ['CAP_SYS_ADMIN', 'CAP_BPF'] } }, false],
    ['an excluding capability is held', { excludes: { caps: ['CAP_BPF', 'CAP_SYS_ADMIN'] } }, false],
    ['no excluding capability is held', { excludes: { caps: ['CAP_BPF'] } }, true],
    ['the machine is wanted', { includes: { arches: ['arm64', 'amd64'] } }, true],
    ['the machine is not wanted', { includes: { arches: ['arm64'] } }, false],
    ['the machine is excluded', { excludes: { arches: ['amd64'] } }, false],
    ['x32 is excluded, which is no machine', { excludes: { arches: ['x32'] } }, true],
    ['the kernel is just new enough', { includes: { minKernel: '6.12' } }, true],
    ['the kernel is one minor too old', { includes: { minKernel: '6.13' } }, false],
    ['the kernel is one major too old', { includes: { minKernel: '7.0' } }, false],
    ['an older kernel with a higher minor is wanted', { includes: { minKernel: '5.15' } }, true],
    ['the kernel is new enough to be excluded', { excludes: { minKernel: '6.12' } }, false],
    ['the kernel is too old to be excluded', { excludes: { minKernel: '6.13' } }, true],
    ['it is wanted and excluded', { includes: { arches: ['amd64'] }, excludes: { caps: ['CAP_SYS_ADMIN'] } }, false],
  ])('%s', (_, scope, expected) => {
    expect(counts(scope, { capabilities })).toBe(expected);
  });
});

describe('actions', () => {
  test.each([
    ['SCMP_ACT_ALLOW', undefined, 'ALLOW'],
    ['SCMP_ACT_LOG', undefined, 'LOG'],
    ['SCMP_ACT_KILL', undefined, 'KILL_THREAD'],
    ['SCMP_ACT_KILL_THREAD', undefined, 'KILL_THREAD'],
    ['SCMP_ACT_KILL_PROCESS', undefined, 'KILL_PROCESS'],
    ['SCMP_ACT_TRAP', undefined, 'TRAP'],
    ['SCMP_ACT_NOTIFY', undefined, 'NOTIFY'],
    ['SCMP_ACT_TRACE', undefined, 'TRACE 1'],
    ['SCMP_ACT_TRACE', 7, 'TRACE 7'],
    ['SCMP_ACT_ERRNO', undefined, 'ERRNO 1'],
    ['SCMP_ACT_ERRNO', 38, 'ERRNO 38'],
    ['SCMP_ACT_ALLOW', 38, 'ALLOW'],
  ])('%s with %s is %s', (action, errnoRet, expected) => {
    const rules = [{ names: ['read'], action, errnoRet }];
    expect(answer(filterOf(rules, {}, { defaultErrnoRet: 5 }), 'read')).toBe(expected);
  });

  test("a rule without a number answers EPERM, whatever the default's number is", () => {
    const filter = filterOf([refuse(['read'])], {}, { defaultErrnoRet: 38 });
    expect([answer(filter, 'read'), answer(filter, 'write')]).toEqual(['ERRNO 1', 'ERRNO 38']);
  });

  test('an engine that drops the number of the default answers EPERM', () => {
    const members = { defaultErrnoRet: 38 };
    const filter = filterOf([refuse(['read'], { errnoRet: 38 })], { dropsDefaultErrno: true }, members);
    expect([answer(filter, 'read'), answer(filter, 'write')]).toEqual(['ERRNO 38', 'ERRNO 1']);
  });

  test('the default decides what no rule names, and says so', () => {
    const decision = decide(filterOf([], {}, { defaultAction: 'SCMP_ACT_LOG' }), 0);
    expect(decision).toEqual({ action: 'SCMP_ACT_LOG', errno: null, reason: 'default', rule: null });
  });

  test('the deciding rule is named', () => {
    const profile = written({ syscalls: [allow(['write']), allow(['read'])] });
    expect(decide(resolve(profile, ENVIRONMENT), 0).rule).toBe(profile.rules[1]);
  });

  test('a rule that says what the default says steps aside for a later one', () => {
    const rules = [refuse(['read']), allow(['read'])];
    expect(answer(filterOf(rules), 'read')).toBe('ALLOW');
  });

  test('a rule with another number than the default does not step aside', () => {
    const rules = [refuse(['read'], { errnoRet: 13 }), allow(['read'])];
    expect(answer(filterOf(rules), 'read')).toBe('ERRNO 13');
  });
});

describe("runc's ENOSYS stub", () => {
  const unknownNumber = (filter: ReturnType<typeof filterOf>): string => short(decide(filter, 500));

  test('answers for numbers above the highest named call, and only for those', () => {
    const filter = filterOf([allow(['read', 'openat2'])], {}, X86_64);
    expect([437, 438, 436].map((number) => short(decide(filter, number)))).toEqual(['ALLOW', 'ERRNO 38', 'ERRNO 1']);
  });

  test('so that one more allowed call turns another from ENOSYS into EPERM', () => {
    const before = filterOf([allow(['read', 'clone'])], {}, X86_64);
    const after = filterOf([allow(['read', 'clone', 'openat2'])], {}, X86_64);
    expect([answer(before, 'clone3'), answer(after, 'clone3')]).toEqual(['ERRNO 38', 'ERRNO 1']);
  });

  test('is before any rule: a decision above the highest number has its own reason', () => {
    expect(decide(filterOf([allow(['read', 'write'])], {}, X86_64), 2)).toEqual({
      action: 'SCMP_ACT_ERRNO',
      errno: 38,
      reason: 'above-highest',
      rule: null,
    });
  });

  test('counts names of rules that say what the default says', () => {
    const filter = filterOf([allow(['read']), refuse(['fchmodat2'])], {}, X86_64);
    expect([452, 453].map((number) => short(decide(filter, number)))).toEqual(['ERRNO 1', 'ERRNO 38']);
  });

  test('does not count names the rules leave out for this machine', () => {
    const filter = filterOf([allow(['write']), allow(['openat2'], { includes: { arches: ['arm64'] } })], {}, X86_64);
    expect(short(decide(filter, 2))).toBe('ERRNO 38');
  });

  test('does not count names an old libseccomp does not know', () => {
    const filter = filterOf([allow(['read', 'openat2', 'listns'])], { libseccomp: '2.5' }, X86_64);
    expect([answer(filter, 'listns'), answer(filter, 'openat2')]).toEqual(['ERRNO 38', 'ALLOW']);
  });

  test.each([
    ['the default allows', { ...X86_64, defaultAction: 'SCMP_ACT_ALLOW' }, 'ALLOW'],
    ['the default logs', { ...X86_64, defaultAction: 'SCMP_ACT_LOG' }, 'LOG'],
    ['the default traces', { ...X86_64, defaultAction: 'SCMP_ACT_TRACE' }, 'TRACE 1'],
  ])('is not there when %s', (_, members, expected) => {
    expect(unknownNumber(filterOf([refuse(['write'], { errnoRet: 9 })], {}, members))).toBe(expected);
  });

  test.each([
    ['no architecture is listed', {}],
    ['another architecture is listed', { architectures: ['SCMP_ARCH_X86'] }],
    ['the map has no entry for the machine', { archMap: [{ architecture: 'SCMP_ARCH_AARCH64' }] }],
  ])('is there from runc 1.1.15 on when %s', (_, members) => {
    const under = (version: string): string =>
      unknownNumber(filterOf([refuse(['write'], { errnoRet: 9 })], { runtime: { name: 'runc', version } }, members));
    expect([under('1.1.14'), under('1.1.15')]).toEqual(['ERRNO 1', 'ERRNO 38']);
  });

  test('is not there when the only named call is number 0', () => {
    expect(unknownNumber(filterOf([allow(['read'])], {}, X86_64))).toBe('ERRNO 1');
  });

  test('is there when the default kills', () => {
    const members = { ...X86_64, defaultAction: 'SCMP_ACT_KILL' };
    expect(unknownNumber(filterOf([allow(['write'])], {}, members))).toBe('ERRNO 38');
  });

  test('has a number of its own on arm64', () => {
    const members = { archMap: [{ architecture: 'SCMP_ARCH_AARCH64', subArchitectures: ['SCMP_ARCH_ARM'] }] };
    const filter = filterOf([allow(['open', 'dup3'])], { arch: 'arm64' }, members);
    expect([24, 25].map((number) => short(decide(filter, number)))).toEqual(['ALLOW', 'ERRNO 38']);
  });
});

describe('ABIs', () => {
  const X32_BIT = 0x40000000;

  test("the machine's own is always let in", () => {
    expect(filterOf([], {}, { architectures: ['SCMP_ARCH_X86'] }).opens).toEqual(['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86']);
  });

  test('a map lets in what it says beside the own machine', () => {
    expect(resolve(dockerDefault(), ENVIRONMENT).opens).toEqual(['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32']);
    expect(resolve(dockerDefault(), { ...ENVIRONMENT, arch: 'arm64' }).opens).toEqual([
      'SCMP_ARCH_AARCH64',
      'SCMP_ARCH_ARM',
    ]);
  });

  test('x32 calls are killed unless x32 is let in', () => {
    const decision = decide(filterOf([allow(['read'])], {}, X86_64), X32_BIT);
    expect(decision).toEqual({ action: 'SCMP_ACT_KILL_THREAD', errno: null, reason: 'unlisted-abi', rule: null });
  });

  test('x32 calls follow the rules where x32 is let in, with numbers of their own', () => {
    const members = { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X32'] };
    const filter = filterOf([allow(['read', 'ioctl'])], {}, members);
    const numbers = [X32_BIT, X32_BIT + 514, X32_BIT + 16, X32_BIT + 515];
    expect(numbers.map((number) => short(decide(filter, number)))).toEqual(['ALLOW', 'ALLOW', 'ERRNO 1', 'ERRNO 38']);
  });

  test('x32 arguments are compared by their low half', () => {
    const members = { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X32'] };
    const filter = filterOf([allow(['write'], { args: [when(0, 'EQ', 1)] })], {}, members);
    const decideWrite = (number: number): string => short(decide(filter, number, [0x1_0000_0001n]));
    expect([decideWrite(1), decideWrite(X32_BIT + 1)]).toEqual(['ERRNO 1', 'ALLOW']);
  });

  test('a name only other architectures have changes nothing', () => {
    const filter = filterOf([allow(['chown32', 's390_pci_mmio_read', 'write'])], {}, X86_64);
    expect(short(decide(filter, 1))).toBe('ALLOW');
    expect(short(decide(filter, 2))).toBe('ERRNO 38');
  });

  test('a call the machine does not have has no answer', () => {
    expect(answer(filterOf([], { arch: 'arm64' }), 'open')).toBe('no such call');
  });
});

describe('resolution', () => {
  test('is total and gives the same answer twice', () => {
    const environment = fc.record({
      arch: fc.constantFrom('amd64' as const, 'arm64' as const),
      kernel: fc.record({ major: fc.nat(8), minor: fc.nat(30) }),
      capabilities: fc.subarray([...CAPABILITIES]).map((names) => new Set(names)),
      libseccomp: fc.constantFrom('2.5' as const, '2.6' as const),
      dropsDefaultErrno: fc.boolean(),
    });
    const call = fc.tuple(fc.nat(0xffff_ffff), fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { maxLength: 6 }));
    fc.assert(
      fc.property(environment, call, (facts, [number, args]) => {
        const first = decide(resolve(dockerDefault(), facts), number, args);
        expect(decide(resolve(dockerDefault(), facts), number, args)).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });
});

describe('32-bit x86 on amd64', () => {
  const X86 = { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'] };
  const rules = [allow(['read', 'listen']), allow(['socket'], { args: [when(0, 'EQ', 2)] })];
  const ask =
    (syscalls: readonly object[], members: object) =>
    (number: number, ...args: bigint[]): string =>
      short(decideIn(filterOf(syscalls, {}, members), 'x86', { number, args }));

  test('is killed unless it is let in', () => {
    expect(ask(rules, { architectures: ['SCMP_ARCH_X86_64'] })(3)).toBe('KILL_THREAD');
  });

  test('follows the rules by numbers of its own', () => {
    const answers = ask([...rules, allow(['statx'])], X86);
    expect([answers(3), answers(0), answers(359, 2n), answers(359, 38n)]).toEqual([
      'ALLOW',
      'ERRNO 1',
      'ALLOW',
      'ERRNO 1',
    ]);
  });

  test('makes socket calls through socketcall too, where no family can be told', () => {
    const answers = ask([...rules, allow(['statx'])], X86);
    expect([answers(102, 4n), answers(102, 1n), answers(102, 2n)]).toEqual(['ALLOW', 'ALLOW', 'ERRNO 1']);
  });

  test('socket calls do not count for where the stub begins', () => {
    const answers = ask(rules, X86);
    expect([answers(3), answers(102, 4n), answers(359, 2n)]).toEqual(['ALLOW', 'ERRNO 38', 'ERRNO 38']);
  });
});

describe('32-bit arm on arm64', () => {
  const ARM = { architectures: ['SCMP_ARCH_AARCH64', 'SCMP_ARCH_ARM'] };
  const ask =
    (syscalls: readonly object[], members: object) =>
    (number: number, ...args: bigint[]): string =>
      short(decideIn(filterOf(syscalls, { arch: 'arm64' }, members), 'arm', { number, args }));

  test('is killed unless it is let in', () => {
    expect(ask([allow(['read'])], { architectures: ['SCMP_ARCH_AARCH64'] })(3)).toBe('KILL_THREAD');
  });

  test('follows the rules by numbers and arguments of its own', () => {
    const answers = ask([allow(['read']), allow(['socket'], { args: [when(0, 'EQ', 2)] })], ARM);
    expect([answers(3), answers(63), answers(281, 0x1_0000_0002n), answers(281, 38n), answers(282)]).toEqual([
      'ALLOW',
      'ERRNO 1',
      'ALLOW',
      'ERRNO 1',
      'ERRNO 38',
    ]);
  });

  test('has no stub below the calls that only it has when one of them is named', () => {
    const answers = ask([allow(['read', 'set_tls'])], ARM);
    expect([answers(450), answers(0xf0002), answers(0xf0005), answers(0xf0006)]).toEqual([
      'ERRNO 1',
      'ERRNO 1',
      'ALLOW',
      'ERRNO 38',
    ]);
  });
});
