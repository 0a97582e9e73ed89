import { expect, test } from '@jest/globals';
import { dockerDefault } from '../../../src/core/seccomp/docker-default.js';
import { emitProfile } from '../../../src/core/seccomp/emit.js';
import { parseProfile } from '../../../src/core/seccomp/parse-profile.js';
import type { Profile } from '../../../src/core/seccomp/profile.js';
import { allow, refuse, when, written } from '../../support/resolved-profile.js';

test('writes names sorted and leaves out what says nothing', () => {
  const profile = written({
    syscalls: [
      allow(['write', 'read'], { args: [], includes: {}, comment: '' }),
      refuse(['clone3'], { errnoRet: 38, excludes: { caps: ['CAP_SYS_ADMIN'], minKernel: '4.8' } }),
    ],
  });
  expect(JSON.parse(emitProfile(profile))).toEqual({
    defaultAction: 'SCMP_ACT_ERRNO',
    syscalls: [
      { names: ['read', 'write'], action: 'SCMP_ACT_ALLOW' },
      {
        names: ['clone3'],
        action: 'SCMP_ACT_ERRNO',
        errnoRet: 38,
        excludes: { caps: ['CAP_SYS_ADMIN'], minKernel: '4.8' },
      },
    ],
  });
});

test('writes 64-bit values to the last digit', () => {
  const text = emitProfile(
    written({ syscalls: [allow(['ioctl'], { args: [when(1, 'EQ', '18446744073709551615')] })] }),
  );
  expect(text).toContain('"value": 18446744073709551615,\n');
});

test('leaves a comment that looks like a value alone', () => {
  const comment = '\n          "value": "5"';
  const { profile } = parseProfile('p.json', emitProfile(written({ syscalls: [allow(['read'], { comment })] })));
  expect(profile?.rules[0]?.comment).toBe(comment);
});

test('what it writes reads as the same profile', () => {
  const full = written({
    defaultErrnoRet: 38,
    architectures: ['SCMP_ARCH_AARCH64'],
    flags: ['SECCOMP_FILTER_FLAG_LOG'],
    listenerPath: '/run/agent',
    listenerMetadata: 'x',
    syscalls: [allow(['ioctl', 'clone'], { args: [when(0, 'MASKED_EQ', 7, 3)], comment: 'why' })],
  });
  for (const profile of [full, dockerDefault()]) {
    const { profile: again, findings } = parseProfile('p.json', emitProfile(profile));
    expect(findings).toEqual([]);
    expect(again === null ? null : withoutPlaces(again)).toEqual(withoutPlaces(profile));
  }
});

function withoutPlaces({ rules, ...profile }: Profile): object {
  return {
    ...profile,
    file: '',
    location: null,
    locations: null,
    rules: rules.map(({ names, args, ...rule }) => ({
      ...rule,
      names: [...names].sort(),
      args: args.map((condition) => ({ ...condition, location: null })),
      location: null,
      nameLocations: null,
    })),
  };
}
