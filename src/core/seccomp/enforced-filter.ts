import type { SeccompChoice } from '../policy/policy.js';
import { dockerDefault } from './docker-default.js';
import type { Filter } from './filter.js';
import type { Profile } from './profile.js';
import { resolve, type ResolveEnvironment } from './resolve.js';

/** What a container asks for: a profile that was read, Docker's default, or none. */
export interface AskedConfinement {
  readonly choice: SeccompChoice['kind'];
  /** Of a file; `null` when it could not be read. */
  readonly profile: Profile | null;
}

/** The filter a container runs under; without seccomp one that lets everything through. `null` when its profile is not known. */
export function enforcedFilter({ choice, profile }: AskedConfinement, environment: ResolveEnvironment): Filter | null {
  switch (choice) {
    case 'default':
      return resolve(dockerDefault(), environment);
    case 'unconfined':
      return resolve({ ...dockerDefault(), defaultAction: 'SCMP_ACT_ALLOW', rules: [] }, environment);
    case 'file':
      return profile === null ? null : resolve(profile, environment);
  }
}
