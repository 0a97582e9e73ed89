import { describe, expect, it } from '@jest/globals';
import { goesThrough } from '../../../src/core/seccomp/action.js';
import { atLeast } from '../../../src/core/seccomp/ceiling.js';
import { dockerDefault } from '../../../src/core/seccomp/docker-default.js';
import { decide, type Filter } from '../../../src/core/seccomp/filter.js';
import { parseProfile } from '../../../src/core/seccomp/parse-profile.js';
import { resolve } from '../../../src/core/seccomp/resolve.js';
import { findSyscall } from '../../../src/core/seccomp/syscalls.js';

function ceilingOf(written: object): Filter {
  const { profile } = parseProfile('profile.json', JSON.stringify(written));
  expect(profile).not.toBeNull();
  const base = dockerDefault();
  return resolve(profile === null ? base : atLeast(base, profile), {
    arch: 'amd64',
    kernel: { major: 6, minor: 1 },
    capabilities: new Set(),
  });
}

function allows(filter: Filter, name: string): boolean {
  const number = findSyscall('x86_64', name)?.number ?? -1;
  return goesThrough(decide(filter, number, [0n, 0n, 0n, 0n, 0n, 0n]));
}

describe('atLeast', () => {
  const only = (names: readonly string[]): object => ({
    defaultAction: 'SCMP_ACT_ERRNO',
    syscalls: [{ names, action: 'SCMP_ACT_ALLOW' }],
  });

  it('allows what the default and what the profile allows', () => {
    const filter = ceilingOf(only(['kexec_load']));
    expect([allows(filter, 'read'), allows(filter, 'kexec_load'), allows(filter, 'bpf')]).toEqual([true, true, false]);
  });

  it('refuses clone3 even when the profile allows it, and conflicts with nothing', () => {
    const filter = ceilingOf(only(['clone3']));
    expect(allows(filter, 'clone3')).toBe(false);
    expect(filter.conflicts).toEqual([]);
  });

  it('allows everything for a profile that allows what it does not name', () => {
    expect(allows(ceilingOf({ defaultAction: 'SCMP_ACT_ALLOW', syscalls: [] }), 'bpf')).toBe(true);
  });
});
