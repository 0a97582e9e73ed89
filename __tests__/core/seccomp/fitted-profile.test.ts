import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { argumentPoints } from '../../../src/core/seccomp/argument-points.js';
import { conditionsOn, permissions } from '../../../src/core/seccomp/allowed.js';
import type { Machine } from '../../../src/core/seccomp/arch.js';
import { loosenings } from '../../../src/core/seccomp/compare.js';
import { dockerDefault } from '../../../src/core/seccomp/docker-default.js';
import { emitProfile } from '../../../src/core/seccomp/emit.js';
import { decide, decideIn, machineCalls, type Filter } from '../../../src/core/seccomp/filter.js';
import { fittedProfile, type ProfileFit } from '../../../src/core/seccomp/fitted-profile.js';
import { parseProfile } from '../../../src/core/seccomp/parse-profile.js';
import { resolve, type ResolveEnvironment } from '../../../src/core/seccomp/resolve.js';
import type { ArgumentFacts } from '../../../src/core/trace/record.js';
import { answer, ENVIRONMENT, written } from '../../support/resolved-profile.js';

const REFERENCE = resolve(dockerDefault(), ENVIRONMENT);
const SERVICE = ['brk', 'clone', 'execve', 'exit_group', 'personality', 'read', 'socket', 'write'];

function fit(members: Partial<ProfileFit> = {}): ProfileFit {
  return { allowed: SERVICE, reference: REFERENCE, beyond: null, facts: [], compat: false, ...members };
}

function fitted(members: Partial<ProfileFit> = {}, environment: Partial<ResolveEnvironment> = {}): Filter {
  return resolve(fittedProfile(fit(members)), { ...ENVIRONMENT, ...environment });
}

function fact(syscall: string, values: readonly number[], complete = true): ArgumentFacts {
  return { syscall, phase: 'service', argument: 0, values: values.map((value) => ({ value, count: 1 })), complete };
}

function answersOf(filter: Filter): readonly string[] {
  const odd = [335, 400, 423, 500, 1000].map((number) => ({ name: `${number}`, number }));
  return [...machineCalls(filter), ...odd].flatMap(({ name, number }) =>
    argumentPoints(conditionsOn(filter, number)).map((args) => {
      const { action, errno } = decide(filter, number, args);
      return `${name}(${args.join()}) ${action} ${errno}`;
    }),
  );
}

test.each<Machine>(['amd64', 'arm64'])('old and new engines on %s answer every call alike', (arch) => {
  const reference = resolve(dockerDefault(), { ...ENVIRONMENT, arch });
  const now = fitted({ reference }, { arch });
  const old = fitted({ reference }, { arch, dropsDefaultErrno: true });
  expect(answersOf(old)).toEqual(answersOf(now));
  expect(now.conflicts).toEqual([]);
});

test('lets through what is allowed, with the conditions of Docker, and nothing else', () => {
  const filter = fitted();
  const through = [...permissions(filter)].filter(([, permission]) => permission !== 'never');
  expect(through.sort()).toEqual([
    ['brk', 'always'],
    ['clone', 'conditionally'],
    ['execve', 'always'],
    ['exit_group', 'always'],
    ['personality', 'conditionally'],
    ['read', 'always'],
    ['socket', 'conditionally'],
    ['write', 'always'],
  ]);
  expect(loosenings(filter, REFERENCE)).toEqual([]);
});

test("is never looser than Docker's default, whatever of it is allowed", () => {
  const names = machineCalls(REFERENCE)
    .map(({ name }) => name)
    .filter((name) => permissions(REFERENCE).get(name) !== 'never');
  fc.assert(
    fc.property(fc.subarray(names), (allowed) => {
      expect(loosenings(fitted({ allowed }), REFERENCE)).toEqual([]);
    }),
    { numRuns: 5 },
  );
});

test.each([
  ['getcwd', 'ERRNO 38'],
  ['clone3', 'ERRNO 38'],
  ['io_uring_setup', 'ERRNO 38'],
  ['mount', 'ERRNO 1'],
  ['ptrace', 'ERRNO 1'],
  ['keyctl', 'ERRNO 1'],
  ['bpf', 'ERRNO 1'],
])('answers %s, which is not allowed, with %s', (name, expected) => {
  expect(answer(fitted({ allowed: [...SERVICE, 'clone3'] }), name)).toBe(expected);
});

test('numbers above which the runtime answers do not move with what is allowed', () => {
  const highest = (filter: Filter): unknown => filter.abis.get('x86_64')?.highestNumber;
  expect(highest(fitted({ allowed: ['read'] }))).toBe(highest(fitted({ allowed: ['read', 'listmount'] })));
  expect(highest(fitted())).toBe(machineCalls(REFERENCE).at(-1)?.number);
});

test('opens the 32-bit ABIs only for programs that were seen', () => {
  expect(fitted().opens).toEqual(['SCMP_ARCH_X86_64']);
  expect(fitted({ compat: true }).opens).toEqual(['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32']);
});

test('on arm64 a 32-bit program gets the calls that only it has', () => {
  const reference = resolve(dockerDefault(), { ...ENVIRONMENT, arch: 'arm64' });
  const filter = fitted({ reference, compat: true }, { arch: 'arm64' });
  const answerOf = (number: number): string => decideIn(filter, 'arm', { number, args: [] }).action;
  const [mmap2, setTls, ptrace] = [192, 0xf0005, 26];
  expect(filter.opens).toEqual(['SCMP_ARCH_AARCH64', 'SCMP_ARCH_ARM']);
  expect([mmap2, setTls, ptrace].map(answerOf)).toEqual(['SCMP_ACT_ALLOW', 'SCMP_ACT_ALLOW', 'SCMP_ACT_ERRNO']);
});

test('lets through a value that Docker refuses when the service ran with it', () => {
  const beyond = resolve(written({ syscalls: [{ names: ['personality'], action: 'SCMP_ACT_ALLOW' }] }), ENVIRONMENT);
  const facts = [fact('personality', [0, 0x40000])];
  const filter = fitted({ beyond, facts });
  expect(answer(filter, 'personality', 0x40000n)).toBe('ALLOW');
  expect(answer(filter, 'personality', 0n)).toBe('ALLOW');
  expect(answer(filter, 'personality', 0x40001n)).toBe('ERRNO 1');
  expect(answer(fitted({ facts }), 'personality', 0x40000n)).toBe('ERRNO 1');
});

test('of a list of values keeps those that the service was seen to use', () => {
  const seen = fitted({ allowed: ['socket'], facts: [fact('socket', [1, 2])] });
  expect([0n, 1n, 2n, 10n].map((family) => answer(seen, 'socket', family))).toEqual([
    'ERRNO 1',
    'ALLOW',
    'ALLOW',
    'ERRNO 1',
  ]);
  expect(answer(fitted({ allowed: ['socket'], facts: [fact('socket', [1, 2], false)] }), 'socket', 10n)).toBe('ALLOW');
  expect(answer(fitted({ allowed: ['socket'] }), 'socket', 10n)).toBe('ALLOW');
  expect(answer(fitted({ allowed: ['socket'], facts: [fact('socket', [40])] }), 'socket', 40n)).toBe('ERRNO 1');
});

test('keeps the conditions of the declared profile when not all values are known', () => {
  const args = [{ index: 0, op: 'SCMP_CMP_LT', value: 0x80000 }];
  const beyond = resolve(
    written({ syscalls: [{ names: ['personality', 'unshare'], action: 'SCMP_ACT_ALLOW', args }] }),
    ENVIRONMENT,
  );
  const filter = fitted({
    allowed: ['personality', 'unshare'],
    beyond,
    facts: [fact('personality', [0x40000], false)],
  });
  expect(answer(filter, 'personality', 0x40001n)).toBe('ALLOW');
  expect(answer(filter, 'personality', 0x80000n)).toBe('ERRNO 1');
  expect(answer(filter, 'unshare', 0x80000n)).toBe('ERRNO 1');
  expect(answer(filter, 'unshare', 0n)).toBe('ALLOW');
});

test('what is written reads without a finding and says the same', () => {
  const { profile, findings } = parseProfile('p.json', emitProfile(fittedProfile(fit())));
  expect(findings).toEqual([]);
  expect(profile === null ? [] : answersOf(resolve(profile, ENVIRONMENT))).toEqual(answersOf(fitted()));
});
