import type { Capability } from '../core/capability/names.js';
import { atLeastDockerDefault } from '../core/seccomp/ceiling.js';
import { emitProfile } from '../core/seccomp/emit.js';
import type { ContainerConfinement } from '../ports.js';
import type { PreparedService } from './check-service.js';
import type { ExercisePlan } from './exercise-plan.js';
import { withCapabilities } from './minimize-capabilities.js';

/**
 * The run that a search begins with: the engine's default capabilities and calls together with the declared ones, so that a
 * policy that grants too little is healed too. All else is as declared.
 */
export function ceilingPlan({ plan, part }: PreparedService, capabilities: readonly Capability[]): ExercisePlan {
  const profile = part.profile?.profile ?? null;
  const { seccomp: declared } = plan.confinement;
  const seccomp: ContainerConfinement['seccomp'] =
    profile === null ? declared : { kind: 'profile', json: emitProfile(atLeastDockerDefault(profile)) };
  return withCapabilities({ ...plan, confinement: { ...plan.confinement, seccomp } }, capabilities);
}
