import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CAPABILITIES } from '../../../src/core/capability/names.js';
import { compareFindings, type Finding } from '../../../src/core/finding.js';
import { dockerfileFacts } from '../../../src/core/image/dockerfile.js';
import { LINT_RULES, lintService } from '../../../src/core/lint/lint.js';
import type { LintSubject } from '../../../src/core/lint/rule.js';
import { parsePolicy } from '../../../src/core/policy/parse.js';
import { ACTIONS } from '../../../src/core/seccomp/action.js';
import { dockerDefault } from '../../../src/core/seccomp/docker-default.js';
import { parseProfile } from '../../../src/core/seccomp/parse-profile.js';
import type { Profile } from '../../../src/core/seccomp/profile.js';
import { ENVIRONMENT } from '../../support/lint-folder.js';

/** What runc needs with no-new-privileges, and what every program does. */
const FLOOR = ['close', 'execve', 'exit', 'exit_group', 'fstatfs', 'futex', 'getdents64', 'openat', 'write'];

const CONFINED = [
  'security_opt: ["no-new-privileges:true", "seccomp:p.json"]',
  'read_only: true',
  'pids_limit: 9',
  'mem_limit: 9m',
];

function subject(
  changes: Partial<LintSubject>,
  run: readonly string[] = ['user: "1"', 'cap_drop: [ALL]'],
): LintSubject {
  const lines = [...CONFINED, ...run].map((line) => `      ${line}\n`).join('');
  const text = `version: 1\nruntimes: [crun 1]\nservices:\n  web:\n    image: web\n    run:\n${lines}    tests: [{ name: t, tcp: 1 }]\n`;
  const { policy, findings } = parsePolicy('tightfit.yml', text);
  const service = policy?.services[0];
  if (service === undefined) throw new TypeError(findings.map(({ message }) => message).join('\n'));
  return { service, profile: dockerDefault(), dockerfile: null, imageUser: null, environment: ENVIRONMENT, ...changes };
}

function profileOf(value: unknown): Profile {
  const { profile, findings } = parseProfile('p.json', JSON.stringify(value));
  if (profile === null) throw new TypeError(findings.map(({ message }) => message).join('\n'));
  return profile;
}

function ids(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, severity }) => `${severity} ${rule}`);
}

describe("Docker's own profile", () => {
  const kernels = [
    { major: 4, minor: 4 },
    { major: 6, minor: 18 },
  ];
  const grants = [[], ['cap_drop: [ALL]'], ['cap_add: [SETUID]'], ['cap_add: [SYS_CHROOT, SYS_NICE]']];

  it.each(['amd64', 'arm64'] as const)('is remarked on at most, on %s', (machine) => {
    const said = kernels.flatMap((kernel) =>
      grants.flatMap((grant) => {
        const environment = { ...ENVIRONMENT, machine, kernel };
        return lintService(subject({ environment }, ['user: "0"', ...grant]));
      }),
    );
    expect(ids(said.filter(({ severity }) => severity !== 'note'))).toEqual([]);
  });

  it('is refused as too loose where it opens more than it does by itself', () => {
    const opened = { ...dockerDefault(), defaultAction: 'SCMP_ACT_LOG' } as const;
    const said = lintService(subject({ profile: opened }));
    expect(ids(said)).toEqual(
      expect.arrayContaining([
        'warning allow-by-default',
        'warning io-uring-bypass',
        'warning looser-than-docker-default',
      ]),
    );
    expect(said.find(({ rule }) => rule === 'looser-than-docker-default')?.grants).toContain('keyctl');
  });
});

describe('a profile', () => {
  const allowing = (...names: string[]): unknown => ({
    defaultAction: 'SCMP_ACT_ERRNO',
    architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_AARCH64'],
    syscalls: [{ names: [...FLOOR, ...names], action: 'SCMP_ACT_ALLOW' }],
  });

  it('may name calls of other architectures', () => {
    expect(lintService(subject({ profile: profileOf(allowing('_llseek', 's390_pci_mmio_read')) }))).toEqual([]);
  });

  it('is judged for its machine', () => {
    const profile = profileOf(allowing('ioperm'));
    const on = (machine: 'amd64' | 'arm64'): readonly string[] =>
      ids(lintService(subject({ profile, environment: { ...ENVIRONMENT, machine } })));
    expect(on('amd64')).toEqual(['warning dangerous-syscall', 'warning looser-than-docker-default']);
    expect(on('arm64')).toEqual([]);
  });

  it('is judged with the capabilities of its service', () => {
    const profile = profileOf(allowing('settimeofday'));
    const granted = ['user: "0"', 'cap_drop: [ALL]', 'cap_add: [SYS_TIME]'];
    expect(ids(lintService(subject({ profile })))).toContain('warning looser-than-docker-default');
    expect(ids(lintService(subject({ profile }, granted)))).not.toContain('warning looser-than-docker-default');
  });

  it('may leave clone3 to the ENOSYS of an engine that keeps defaultErrnoRet', () => {
    const value = {
      defaultAction: 'SCMP_ACT_ERRNO',
      defaultErrnoRet: 38,
      syscalls: [{ names: [...FLOOR, 'faccessat2'], action: 'SCMP_ACT_ALLOW' }, CLONE],
    };
    const profile = profileOf(value);
    const dropping = { ...ENVIRONMENT, dropsDefaultErrno: true };
    expect(lintService(subject({ profile }))).toEqual([]);
    expect(ids(lintService(subject({ profile, environment: dropping })))).toEqual(
      expect.arrayContaining(['warning missing-clone3-enosys', 'warning missing-modern-call']),
    );
  });
});

const CLONE = {
  names: ['clone'],
  action: 'SCMP_ACT_ALLOW',
  args: [{ index: 0, value: 2114060288, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' }],
};

describe('who a service starts as', () => {
  const dockerfile = dockerfileFacts({ file: 'Dockerfile', text: 'FROM a\nUSER root\n', target: null, args: {} });
  const said = (changes: Partial<LintSubject>, run: readonly string[]): readonly unknown[] =>
    lintService(subject(changes, run))
      .filter(({ rule }) => rule === 'runs-as-root')
      .map(({ location }) => location?.file);

  it('is what the policy says, else the image, else the Dockerfile', () => {
    expect(said({ dockerfile, imageUser: 'root' }, ['user: app'])).toEqual([]);
    expect(said({ dockerfile, imageUser: 'app' }, [])).toEqual([]);
    expect(said({ dockerfile }, [])).toEqual(['Dockerfile']);
    expect(said({ imageUser: '' }, [])).toEqual(['tightfit.yml']);
  });

  it('is nobody that could be named when nothing tells', () => {
    expect(said({}, [])).toEqual([]);
    const unknown = dockerfileFacts({ file: 'Dockerfile', text: 'FROM a\nUSER $U\n', target: null, args: {} });
    expect(said({ dockerfile: unknown }, [])).toEqual([]);
  });
});

describe('findings', () => {
  it('come sorted, with sorted grants and the service they are of', () => {
    const found = lintService(subject({ profile: null }, ['cap_add: [ALL]', 'user: "0"']));
    expect(found.map(({ service }) => service)).toEqual(found.map(() => 'web'));
    expect(found).toEqual([...found].sort(compareFindings));
    expect(found.map(({ grants }) => grants)).toEqual(found.map(({ grants }) => [...grants].sort()));
    expect(found.flatMap(({ grants }) => grants)).toContain('SYS_ADMIN');
  });

  it('are facts and reasons first, advice apart, for any profile', () => {
    const name = fc.constantFrom('read', 'clone', 'clone3', 'execve', 'exit', 'exit_group', 'socket', 'opne', '\u0007');
    const condition = fc.record({
      index: fc.nat(5),
      value: fc.nat(),
      op: fc.constantFrom('SCMP_CMP_EQ', 'SCMP_CMP_MASKED_EQ', 'SCMP_CMP_GE'),
    });
    const caps = fc.subarray(
      CAPABILITIES.map((capability) => `CAP_${capability}`),
      { maxLength: 2 },
    );
    const rule = fc.record({
      names: fc.array(name, { minLength: 1, maxLength: 4 }),
      action: fc.constantFrom(...ACTIONS),
      args: fc.array(condition, { maxLength: 2 }),
      includes: fc.record({ caps }),
    });
    const profile = fc.record({
      defaultAction: fc.constantFrom(...ACTIONS),
      syscalls: fc.array(rule, { maxLength: 5 }),
    });
    const confined = subject({});
    fc.assert(
      fc.property(profile, (value) => {
        const found = lintService({ ...confined, profile: profileOf(value) });
        const badly = found.filter(({ message, advice }) => /[.!?\n]$/.test(message) || !/[.?]$/.test(advice));
        expect(badly).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

it('runs every rule once', () => {
  const ids = LINT_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
