import { describe, expect, test } from '@jest/globals';
import { compareProfile } from '../../../src/core/seccomp/comparison.js';
import { dockerDefault } from '../../../src/core/seccomp/docker-default.js';
import { parseProfile } from '../../../src/core/seccomp/parse-profile.js';
import { resolve } from '../../../src/core/seccomp/resolve.js';

const ENVIRONMENT = { arch: 'amd64', kernel: { major: 6, minor: 1 }, capabilities: new Set([]) } as const;
const TEXT = `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "syscalls": [
    { "names": ["read",
                "mount", "socket"], "action": "SCMP_ACT_ALLOW" },
    { "names": ["write"], "action": "SCMP_ACT_KILL_PROCESS" }
  ]
}`;

describe('a profile beside the default of Docker', () => {
  const { profile } = parseProfile('p.json', TEXT);
  const usual = resolve(dockerDefault(), ENVIRONMENT);

  test('is looser and tighter at its own lines', () => {
    if (profile === null) throw new TypeError('not a profile');
    const { looser, tighter } = compareProfile(profile, resolve(profile, ENVIRONMENT), usual);
    const at = (line: number, column: number): object => ({ file: 'p.json', line, column });
    expect(looser).toEqual([
      { name: 'socket', extent: 'conditionally', location: at(5, 26) },
      { name: 'mount', extent: 'always', location: at(5, 17) },
    ]);
    expect(tighter).toContainEqual({ name: 'write', extent: 'always', location: at(6, 17) });
    expect(tighter).toContainEqual({ name: 'openat', extent: 'always', location: at(2, 3) });
    expect(tighter.map(({ name }) => name)).not.toContain('read');
  });

  test('differs in nothing from itself', () => {
    expect(compareProfile(dockerDefault(), usual, usual)).toEqual({ looser: [], tighter: [] });
  });
});
