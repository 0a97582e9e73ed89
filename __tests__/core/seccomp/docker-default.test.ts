import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { DOCKER_DEFAULT_CAPABILITIES, parseCapability, type Capability } from '../../../src/core/capability/names.js';
import { countAllowed, permissions } from '../../../src/core/seccomp/allowed.js';
import { dockerDefault, engineDefault, type EngineDefault } from '../../../src/core/seccomp/docker-default.js';
import type { Filter } from '../../../src/core/seccomp/filter.js';
import { resolve } from '../../../src/core/seccomp/resolve.js';
import { profileOf } from '../../support/differential/profile-of.js';
import { answer, ENVIRONMENT } from '../../support/resolved-profile.js';

const DEFAULT_SET: ReadonlySet<Capability> = new Set(DOCKER_DEFAULT_CAPABILITIES);

const PERMISSIONS: ReadonlyMap<string, string> = new Map([
  ['allow', 'always'],
  ['allow-args', 'conditionally'],
  ['deny-EPERM', 'never'],
  ['deny-ENOSYS', 'never'],
]);

const resolved = (capabilities: ReadonlySet<Capability> = DEFAULT_SET, kernel = ENVIRONMENT.kernel): Filter =>
  resolve(dockerDefault(), { ...ENVIRONMENT, capabilities, kernel });

/** Another reading of Docker's default, call by call: it was not made from the same files. */
interface Fact {
  readonly name: string;
  readonly permission: string | undefined;
  readonly unlockedBy: readonly Capability[];
}

const FACTS: readonly Fact[] = readFileSync(new URL('../../../data/syscall-risk.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [name = '', , , answered = '', unlockedBy = ''] = line.split(',');
    const capabilities = unlockedBy.split(/[ ;]+/).map(parseCapability);
    return {
      name,
      permission: PERMISSIONS.get(answered),
      unlockedBy: capabilities.filter((capability) => capability !== null).sort(),
    };
  });

describe("Docker's default profile with the default capabilities", () => {
  test('says of every x86_64 call what the independent table says', () => {
    const permission = permissions(resolved());
    const said = FACTS.map(({ name }) => [name, permission.get(name)]);
    expect(said).toEqual(FACTS.map((fact) => [fact.name, fact.permission]));
  });

  test('lets 306 calls through always and 3 for some arguments', () => {
    expect(countAllowed(resolved())).toEqual({ always: 306, conditionally: 3 });
  });

  test('unlocks with each capability what the independent table says', () => {
    const added = [...new Set(FACTS.flatMap(({ unlockedBy }) => unlockedBy))].sort();
    const unlocked = added.map((name) => [name, permissions(resolved(new Set([...DEFAULT_SET, name])))] as const);
    const refused = FACTS.filter(({ permission }) => permission === 'never');
    const said = refused.map(({ name }) => [
      name,
      unlocked.filter(([, permission]) => permission.get(name) === 'always').map(([capability]) => capability),
    ]);
    expect(said).toEqual(refused.map(({ name, unlockedBy }) => [name, unlockedBy]));
  });

  test.each([
    ['clone', [0x11n], 'ALLOW'],
    ['clone', [0x10000000n], 'ERRNO 1'],
    ['clone3', [], 'ERRNO 38'],
    ['personality', [0x20008n], 'ALLOW'],
    ['personality', [0x40000n], 'ERRNO 1'],
    ['socket', [2n], 'ALLOW'],
    ['socket', [38n], 'ERRNO 1'],
    ['socket', [40n], 'ERRNO 1'],
    ['keyctl', [], 'ERRNO 1'],
    ['unshare', [], 'ERRNO 1'],
    ['arch_prctl', [], 'ALLOW'],
  ])('answers %s %s with %s', (name, args, expected) => {
    expect(answer(resolved(), name, ...args)).toBe(expected);
  });

  test('opens ptrace from kernel 4.8 on', () => {
    const kernels = [
      { major: 4, minor: 7 },
      { major: 4, minor: 8 },
    ];
    expect(kernels.map((kernel) => answer(resolved(DEFAULT_SET, kernel), 'ptrace'))).toEqual(['ERRNO 1', 'ALLOW']);
  });
});

describe("Docker's default profile with SYS_ADMIN", () => {
  const filter = resolved(new Set([...DOCKER_DEFAULT_CAPABILITIES, 'SYS_ADMIN']));

  test.each(['mount', 'unshare', 'clone3', 'bpf'])('lets %s through', (name) => {
    expect(answer(filter, name)).toBe('ALLOW');
  });

  test('lets clone make namespaces', () => {
    expect(answer(filter, 'clone', 0x10000000n)).toBe('ALLOW');
  });
});

describe("an engine's own default profile", () => {
  test.each([
    [20, 10, 24, 'published'],
    [20, 10, 23, undefined],
    [24, 0, 9, undefined],
    [26, 1, 5, 'published'],
    [26, 1, 4, undefined],
    [28, 5, 2, undefined],
    [29, 4, 1, undefined],
    [29, 4, 2, 'current'],
    [30, 0, 0, undefined],
  ])('of %i.%i.%i is known for that very release: %s', (major, minor, patch, source) => {
    expect(engineDefault({ major, minor, patch })?.source).toBe(source);
  });

  test('is not known without the third number', () => {
    expect(engineDefault({ major: 20, minor: 10 })).toBeNull();
  });

  test('is looser in old engines', () => {
    const own = (major: number, minor: number, patch: number): Filter =>
      resolve(engineDefault({ major, minor, patch })?.profile ?? profileOf('none', '{}'), {
        ...ENVIRONMENT,
        capabilities: DEFAULT_SET,
      });
    const answers = [own(20, 10, 24), own(26, 1, 5), own(29, 4, 2)].map((filter) => [
      answer(filter, 'io_uring_setup'),
      answer(filter, 'socket', 38n),
      answer(filter, 'fchmodat2'),
    ]);
    expect(answers).toEqual([
      ['ALLOW', 'ALLOW', 'ERRNO 38'],
      ['ERRNO 1', 'ALLOW', 'ALLOW'],
      ['ERRNO 1', 'ERRNO 1', 'ALLOW'],
    ]);
  });
});

describe("Podman's own default profile", () => {
  const known = (major: number, minor: number, patch: number): EngineDefault | null =>
    engineDefault({ product: 'Podman', major, minor, patch });
  const own = (): Filter =>
    resolve(known(5, 4, 2)?.profile ?? profileOf('none', '{}'), { ...ENVIRONMENT, capabilities: DEFAULT_SET });

  test.each([
    [4, 3, 1, 'published'],
    [4, 9, 3, undefined],
    [5, 4, 2, 'published'],
    [5, 8, 6, 'published'],
    [29, 4, 2, undefined],
  ])('of %i.%i.%i is known for that very release: %s', (major, minor, patch, source) => {
    expect(known(major, minor, patch)?.source).toBe(source);
  });

  test.each([
    ['read', [], 'ALLOW'],
    ['mount', [], 'ALLOW'],
    ['kexec_load', [], 'ERRNO 1'],
    ['bpf', [], 'ERRNO 1'],
  ])('answers %s %s with %s', (name, args, expected) => {
    expect(answer(own(), name, ...args)).toBe(expected);
  });

  test('answers a call that it does not name with ENOSYS', () => {
    expect(known(5, 4, 2)?.profile.defaultErrnoRet).toBe(38);
  });
});
