import type { Location } from '../finding.js';
import type { Service } from '../policy/policy.js';
import type { GrantRow } from '../result.js';
import type { Filter } from '../seccomp/filter.js';
import type { Profile } from '../seccomp/profile.js';
import type { ExerciseResult } from '../smoke/outcome.js';
import type { RuntimeFloor } from './runtime-floor.js';

/** A service that was run as declared, and what its grants are judged by. */
export interface FitSubject {
  readonly service: Service;
  /** `null` unless the policy names a file. */
  readonly profile: Profile | null;
  /** What the kernel enforced: the profile, the engine's default or nothing. */
  readonly filter: Filter;
  /** Docker's current default on the same machine and kernel, with Docker's 14 capabilities. */
  readonly reference: Filter;
  readonly floor: RuntimeFloor;
  readonly declared: ExerciseResult;
  /** One row a granted capability. */
  readonly grants: readonly GrantRow[];
  /** ISO date or time, UTC. */
  readonly today: string;
}

/** Who refuses, as messages name it. */
export function describeRefuser({ service, profile }: Pick<FitSubject, 'service' | 'profile'>): string {
  if (profile !== null) return profile.file;
  return service.run.seccomp.kind === 'default' ? "the engine's default profile" : 'a filter';
}

/** Where a service says which profile it has: the profile itself when it is a file. */
export function placeOfProfile({ service, profile }: Pick<FitSubject, 'service' | 'profile'>): Location {
  return profile?.location ?? service.at('run', 'security_opt');
}
