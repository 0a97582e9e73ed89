import { parseProfile } from '../core/seccomp/parse-profile.js';
import type { Profile } from '../core/seccomp/profile.js';
import type { ExercisePlan } from './exercise-plan.js';

/** The default profile that an engine was seen to give to a container. */
export interface SeenDefault {
  /** The plan, by which it is seen. */
  readonly plan: ExercisePlan;
  /** `null` until then, and where it was not or could not be read. */
  profile(): Profile | null;
}

/** Looks at what the engine gives the first container of a plan that names no profile. */
export function seeDefault(plan: ExercisePlan): SeenDefault {
  if (plan.confinement.seccomp.kind !== 'default') return { plan, profile: () => null };
  const seen: { json: string | null; isOver: boolean } = { json: null, isOver: false };
  const seccompSeen = (json: string | null): void => {
    if (!seen.isOver) seen.json = json;
    seen.isOver = true;
  };
  return {
    plan: { ...plan, seccompSeen },
    profile: () => (seen.json === null ? null : parseProfile(FILE, seen.json).profile),
  };
}

const FILE = "the engine's default profile";
