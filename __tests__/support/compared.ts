import type { Difference } from '../../src/core/diff/difference.js';
import { policyDifferences, type ComparedService } from '../../src/core/diff/policy-differences.js';
import { profileDifferences } from '../../src/core/diff/profile-differences.js';
import { parsePolicy } from '../../src/core/policy/parse.js';
import type { Capability } from '../../src/core/capability/names.js';
import type { Machine } from '../../src/core/seccomp/arch.js';
import type { Profile } from '../../src/core/seccomp/profile.js';
import { written } from './resolved-profile.js';

const KERNEL = { major: 6, minor: 1 };

/** The differences between the services of two written policies, for amd64. */
export function comparePolicies(before: object, after: object): readonly Difference[] {
  return policyDifferences({ before: servicesOf(before), after: servicesOf(after) }, machines('amd64'));
}

/** The services of a written policy, without profiles; a mistake fails the test. */
export function servicesOf(services: object): readonly ComparedService[] {
  const { policy, findings } = parsePolicy('tightfit.yml', JSON.stringify({ version: 1, services }));
  if (policy === null) throw new TypeError(findings.map(({ message }) => message).join('; '));
  return policy.services.map((service) => ({ service, profile: null }));
}

/** How two profiles differ. */
export interface ProfileCase {
  readonly capabilities?: readonly Capability[];
  readonly arch?: Machine;
}

/** The differences between two profiles, a line each: `looser amd64 ptrace: refused (EPERM) → allowed`. */
export function compareProfiles(
  before: Profile | object,
  after: Profile | object,
  { capabilities = [], arch = 'amd64' }: ProfileCase = {},
): readonly string[] {
  const side = (profile: Profile | object): Profile => ('rules' in profile ? profile : written(profile));
  const confining = (profile: Profile | object) => ({ profile: side(profile), capabilities });
  return profileDifferences({ before: confining(before), after: confining(after) }, machines(arch)).map(
    ({ direction, abi, name, before: old, after: now, example }) =>
      [direction, abi, `${name}:`, `${old} → ${now}`, example]
        .filter((part) => part !== '' && part !== null && part !== undefined)
        .join(' '),
  );
}

function machines(arch: Machine): Parameters<typeof policyDifferences>[1] {
  return { machines: [arch], kernel: KERNEL };
}
