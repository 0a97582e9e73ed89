import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseProfile } from '../../../src/core/seccomp/parse-profile.js';

/** `line:column severity rule: message | advice` of every finding. */
function findings(text: string): string[] {
  return parseProfile('p.json', text).findings.map(
    ({ location, severity, rule, message, advice }) =>
      `${location?.line}:${location?.column} ${severity} ${rule}: ${message} | ${advice}`,
  );
}

const profile = (members: object): string => JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', ...members });
const rule = (members: object): string =>
  profile({ syscalls: [{ names: ['read'], action: 'SCMP_ACT_ALLOW', ...members }] });

describe("Docker's current form", () => {
  const text = `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "defaultErrnoRet": 38,
  "archMap": [{ "architecture": "SCMP_ARCH_X86_64", "subArchitectures": ["SCMP_ARCH_X86"] },
              { "architecture": "SCMP_ARCH_RISCV64", "subArchitectures": null }],
  "flags": ["SECCOMP_FILTER_FLAG_LOG"],
  "syscalls": [
    { "names": ["read", "clone"], "action": "SCMP_ACT_ERRNO", "errnoRet": 1, "comment": "why",
      "args": [{ "index": 5, "value": 18446744073709551615, "valueTwo": 2, "op": "SCMP_CMP_MASKED_EQ" }],
      "includes": { "caps": ["CAP_SYS_ADMIN"], "arches": ["amd64"], "minKernel": "4.8" },
      "excludes": {} }
  ]
}`;

  test('is read whole, with the place of every part', () => {
    const { profile: read, findings: none } = parseProfile('p.json', text);
    expect(none).toEqual([]);
    expect(read).toMatchObject({
      file: 'p.json',
      defaultAction: 'SCMP_ACT_ERRNO',
      defaultErrnoRet: 38,
      architectures: {
        kind: 'map',
        entries: [
          { architecture: 'SCMP_ARCH_X86_64', subArchitectures: ['SCMP_ARCH_X86'] },
          { architecture: 'SCMP_ARCH_RISCV64', subArchitectures: [] },
        ],
      },
      flags: ['SECCOMP_FILTER_FLAG_LOG'],
      listenerPath: null,
      rules: [
        {
          names: ['read', 'clone'],
          action: 'SCMP_ACT_ERRNO',
          errnoRet: 1,
          args: [{ index: 5, operator: 'SCMP_CMP_MASKED_EQ', value: 2n ** 64n - 1n, valueTwo: 2n }],
          includes: { capabilities: ['SYS_ADMIN'], arches: ['amd64'], minKernel: { major: 4, minor: 8 } },
          excludes: { capabilities: [], arches: [], minKernel: null },
          comment: 'why',
          location: { file: 'p.json', line: 8, column: 5 },
          nameLocations: [
            { file: 'p.json', line: 8, column: 17 },
            { file: 'p.json', line: 8, column: 25 },
          ],
        },
      ],
    });
    expect(read?.locations.get('flags')).toEqual({ file: 'p.json', line: 6, column: 3 });
  });
});

test('the old form with name and architectures is read', () => {
  const text = profile({
    architectures: ['SCMP_ARCH_X86_64'],
    syscalls: [{ name: 'chmod', action: 'SCMP_ACT_ERRNO', args: null }],
  });
  expect(parseProfile('p.json', text).profile).toMatchObject({
    architectures: { kind: 'list', names: ['SCMP_ARCH_X86_64'] },
    rules: [{ names: ['chmod'], args: [] }],
  });
});

test('without architectures the machine decides', () => {
  expect(parseProfile('p.json', profile({})).profile?.architectures).toEqual({ kind: 'native' });
});

test('both forms of the architectures in one profile are refused', () => {
  const text = profile({ architectures: ['SCMP_ARCH_X86'], archMap: [{ architecture: 'SCMP_ARCH_ARM' }] });
  expect(findings(text)).toEqual([
    '1:69 error profile-invalid: "architectures" and "archMap" stand in one profile, and Docker refuses that | Keep "archMap".',
  ]);
});

describe('mistakes', () => {
  test.each([
    ['[]', '1:1 error profile-invalid: the profile is an array | Expected an object.'],
    [
      '{}',
      '1:1 error profile-invalid: "defaultAction" is missing: without it the engine refuses the profile, or turns seccomp off when there are no rules either | Add "defaultAction".',
    ],
    [
      '{"defaultAction": "SCMP_ACT_EERNO"}',
      '1:19 error profile-invalid: unknown action "SCMP_ACT_EERNO" | Did you mean SCMP_ACT_ERRNO?',
    ],
    [
      profile({ sycalls: [] }),
      '1:35 error profile-invalid: unknown key "sycalls": Docker ignores it without a word | Did you mean syscalls?',
    ],
    [
      profile({ defaultErrno: 'ENOSYS' }),
      '1:35 warning profile-invalid: Docker ignores "defaultErrno", Podman\'s word | Write "defaultErrnoRet" with the number.',
    ],
    [
      profile({ defaultErrnoRet: 4096 }),
      '1:53 error profile-invalid: "defaultErrnoRet" is 4096, which the engine does not take | Expected a whole number from 0 to 4094.',
    ],
    [
      profile({ architectures: ['SCMP_ARCH_ARM64'] }),
      '1:52 error invalid-arch: unknown architecture "SCMP_ARCH_ARM64" | Did you mean SCMP_ARCH_AARCH64?',
    ],
    [profile({ syscalls: {} }), '1:46 error profile-invalid: "syscalls" is an object | Expected an array.'],
    [rule({ names: [] }), '1:47 error profile-invalid: the rule names no syscall | Add "names".'],
    [rule({ names: [1] }), '1:57 error profile-invalid: a syscall name is a number | Expected a string.'],
    [rule({ names: [''] }), '1:57 error profile-invalid: a syscall name is empty | Remove it.'],
    [
      rule({ name: 'write' }),
      '1:98 error profile-invalid: "name" and "names" stand in one rule, and Docker refuses that | Keep "names".',
    ],
    [
      rule({ action: null }),
      '1:65 error profile-invalid: "action" is missing: a rule has to say what happens | Add "action".',
    ],
    [
      rule({ args: [{ index: 6, value: 0, op: 'SCMP_CMP_EQ' }] }),
      '1:108 error profile-invalid: "index" is 6, which the engine does not take | Expected a whole number from 0 to 5.',
    ],
    [
      rule({ args: [{ index: 0, value: 1.5, op: 'SCMP_CMP_EQ' }] }),
      '1:118 error profile-invalid: "value" is 1.5, which the engine does not take | Expected a whole number from 0 to 18446744073709551615.',
    ],
    [
      rule({ args: [{ index: 0, value: -1, op: 'SCMP_CMP_EQ' }] }),
      '1:118 error profile-invalid: "value" is -1, which the engine does not take | Expected a whole number from 0 to 18446744073709551615.',
    ],
    [
      rule({ args: [{ index: 0, value: 0, op: 'SCMP_CMP_EQUAL' }] }),
      '1:125 error profile-invalid: unknown operator "SCMP_CMP_EQUAL" | Did you mean SCMP_CMP_EQ?',
    ],
    [
      rule({ args: [{ value: 0, op: 'SCMP_CMP_EQ' }] }),
      '1:99 error profile-invalid: "index" is missing: a condition has to say what is compared | Add "index".',
    ],
    [
      rule({ includes: { caps: ['SYS_ADMIN'] } }),
      '1:111 error unknown-capability: unknown capability "SYS_ADMIN" | Did you mean CAP_SYS_ADMIN?',
    ],
    [
      rule({ includes: { arches: ['x86_64'] } }),
      '1:113 error invalid-arch: unknown architecture "x86_64" | Did you mean amd64?',
    ],
    [
      rule({ excludes: { minKernel: '4' } }),
      '1:115 error profile-invalid: "4" is no kernel version | Expected two numbers, for example "4.8".',
    ],
    [
      rule({ excludes: { minKernel: 4.8 } }),
      '1:115 error profile-invalid: "minKernel" is a number | Expected a string.',
    ],
  ])('%s', (text, expected) => {
    expect(findings(text)).toEqual([expected]);
  });

  test('are all told, not only the first', () => {
    const text = profile({
      flag: [],
      syscalls: [
        { names: ['read'], action: 'ALLOW' },
        { names: 7, action: 'KILL' },
      ],
    });
    expect(findings(text)).toHaveLength(5);
  });

  test('that are errors leave no profile, warnings do', () => {
    expect(parseProfile('p.json', profile({ sycalls: [] })).profile).toBeNull();
    expect(parseProfile('p.json', profile({ defaultErrno: 'EPERM' })).profile).not.toBeNull();
  });

  test('a key of the prototype is unknown', () => {
    expect(findings('{"__proto__": {}, "defaultAction": "SCMP_ACT_ALLOW"}')).toEqual([
      '1:2 error profile-invalid: unknown key "__proto__": Docker ignores it without a word | Expected one of defaultAction, defaultErrnoRet, architectures, archMap, flags, listenerPath, listenerMetadata, syscalls.',
    ]);
  });
});

describe('whatever the text', () => {
  const nearlyProfile = fc.record(
    {
      defaultAction: fc.oneof(fc.constantFrom('SCMP_ACT_ERRNO', 'SCMP_ACT_ALLOW'), fc.jsonValue()),
      defaultErrnoRet: fc.jsonValue(),
      architectures: fc.jsonValue(),
      archMap: fc.jsonValue(),
      syscalls: fc.oneof(
        fc.array(fc.record({ names: fc.jsonValue(), action: fc.constant('SCMP_ACT_ALLOW'), args: fc.jsonValue() })),
        fc.jsonValue(),
      ),
    },
    { requiredKeys: [] },
  );

  test('there is a profile or an error that says why not, and each finding has its place', () => {
    const text = fc.oneof(
      fc.string(),
      nearlyProfile.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(text, (source) => {
        const { profile: read, findings: told } = parseProfile('p.json', source);
        expect(read === null).toBe(told.some(({ severity }) => severity === 'error'));
        expect(told.every(({ location }) => location !== null && location.line >= 1 && location.column >= 1)).toBe(
          true,
        );
      }),
    );
  });
});
