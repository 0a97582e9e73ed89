import { DOCKER_DEFAULT_CAPABILITIES, type Capability } from '../../src/core/capability/names.js';
import { dockerDefault } from '../../src/core/seccomp/docker-default.js';
import type { Filter } from '../../src/core/seccomp/filter.js';
import { parseProfile } from '../../src/core/seccomp/parse-profile.js';
import type { Profile } from '../../src/core/seccomp/profile.js';
import { resolve, type ResolveEnvironment } from '../../src/core/seccomp/resolve.js';

const MACHINE = { arch: 'amd64', kernel: { major: 6, minor: 12 } } as const;

/** A profile from its JSON value, written one key a line. */
export function profileOf(json: object): Profile {
  const { profile, findings } = parseProfile('profile.json', JSON.stringify(json, null, 2));
  if (profile === null) throw new TypeError(findings.map(({ message }) => message).join('\n'));
  return profile;
}

/** A profile that allows these calls and refuses all others with EPERM. */
export function allowing(names: readonly string[], ...rules: readonly object[]): Profile {
  return profileOf({
    defaultAction: 'SCMP_ACT_ERRNO',
    syscalls: [...(names.length === 0 ? [] : [{ names, action: 'SCMP_ACT_ALLOW' }]), ...rules],
  });
}

/** A profile's filter on an x86_64 machine with Linux 6.12, unless changed. */
export function filterOf(profile: Profile, changes: Partial<ResolveEnvironment> = {}): Filter {
  return resolve(profile, { ...MACHINE, capabilities: new Set(), ...changes });
}

/** Docker's default with its 14 capabilities and more. */
export function defaultFilter(more: readonly Capability[] = [], changes: Partial<ResolveEnvironment> = {}): Filter {
  return filterOf(dockerDefault(), { capabilities: new Set([...DOCKER_DEFAULT_CAPABILITIES, ...more]), ...changes });
}

/** What `seccomp:unconfined` enforces. */
export function unconfinedFilter(changes: Partial<ResolveEnvironment> = {}): Filter {
  return filterOf({ ...dockerDefault(), defaultAction: 'SCMP_ACT_ALLOW', rules: [] }, changes);
}
