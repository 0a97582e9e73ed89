import { expect, it } from '@jest/globals';
import { profileOfCalls } from '../../../src/core/init/profile-of-calls.js';
import { parseProfile } from '../../../src/core/seccomp/parse-profile.js';

const CALLS = new Set(['read', 'write', 'clone', 'clone3', 'socket', 'mount']);

it.each(['amd64', 'arm64'] as const)('lets through what was seen, as far as Docker does, on %s', (machine) => {
  const { profile, findings } = parseProfile('profile.json', profileOfCalls(CALLS, machine));
  expect(findings).toEqual([]);
  const allowed =
    profile?.rules.filter(
      ({ action, includes }) => action === 'SCMP_ACT_ALLOW' && includes.capabilities.length === 0,
    ) ?? [];
  expect(new Set(allowed.flatMap(({ names }) => names))).toEqual(new Set(['read', 'write', 'clone', 'socket']));
  expect(allowed.find(({ names }) => names.includes('clone'))?.args.length).toBe(1);
  const absent = profile?.rules.find(({ errnoRet }) => errnoRet === 38);
  expect(absent?.names).toContain('clone3');
  expect(absent?.names).not.toContain('read');
});
