import type { Capability } from '../core/capability/names.js';
import { watchedArguments } from '../core/fit/watched-arguments.js';
import { atLeast, withoutLimits } from '../core/seccomp/ceiling.js';
import { CURRENT_DEFAULT_SINCE, dockerDefault, engineDefault, engineTitle } from '../core/seccomp/docker-default.js';
import { emitProfile } from '../core/seccomp/emit.js';
import type { Filter } from '../core/seccomp/filter.js';
import type { Profile } from '../core/seccomp/profile.js';
import { resolve } from '../core/seccomp/resolve.js';
import type { PreparedService } from './check-service.js';
import type { ExercisePlan } from './exercise-plan.js';
import type { JudgedMachine } from './judged-machine.js';
import { withCapabilities } from './minimize-capabilities.js';

/**
 * The run that a search begins with: the engine's default capabilities and calls together with the declared ones, so that a
 * policy that grants too little is healed too. All else is as declared.
 */
export function ceilingPlan(prepared: PreparedService, capabilities: readonly Capability[]): ExercisePlan {
  const { plan, part } = prepared;
  const wide = withCapabilities(watching(plan, ceilingFilters(prepared, capabilities)), capabilities);
  if (part.service.run.seccomp.kind !== 'file') return wide;
  const json = emitProfile(ceilingProfile(prepared));
  return { ...wide, confinement: { ...wide.confinement, seccomp: { kind: 'profile', json } } };
}

/** What conditions of either filter look at tells how far they can be fitted. */
function watching(plan: ExercisePlan, { ceiling, reference }: CeilingFilters): ExercisePlan {
  if (plan.recording === null) return plan;
  const watched = new Map(
    [ceiling, reference].flatMap(watchedArguments).map((one) => [`${one.syscall} ${one.argument}`, one]),
  );
  return { ...plan, recording: { ...plan.recording, watched: [...watched.values()] } };
}

/** What services run under with some capabilities. */
export interface CeilingFilters {
  /** That run's filter. */
  readonly ceiling: Filter;
  /** Docker's current default. */
  readonly reference: Filter;
}

/** The filters a search for syscalls begins with. */
export function ceilingFilters(prepared: PreparedService, capabilities: readonly Capability[]): CeilingFilters {
  const machine = { ...prepared.machine, capabilities: new Set(capabilities) };
  return { ceiling: resolve(ceilingProfile(prepared), machine), reference: resolve(dockerDefault(), machine) };
}

/** Says so where the search does not begin with the default profile of the engine at hand. */
export function ceilingNotes({ part, machine }: PreparedService): readonly string[] {
  const { engine } = machine;
  if (part.service.run.seccomp.kind === 'unconfined' || engine === undefined || engineDefault(engine) !== null)
    return [];
  return [
    `The default profile of ${engineTitle(engine)} is not known. The search began with the calls of Docker's current default (since ${CURRENT_DEFAULT_SINCE}) instead.`,
  ];
}

function ceilingProfile({ part, machine }: PreparedService): Profile {
  const base = ownDefault(machine);
  const profile = part.profile?.profile ?? null;
  if (profile !== null) return atLeast(base, profile);
  return part.service.run.seccomp.kind === 'unconfined' ? withoutLimits(base) : base;
}

/** Where the engine's own is not known, the current one: the search then finds what the service needs beyond it. */
function ownDefault({ engine }: JudgedMachine): Profile {
  return (engine === undefined ? null : engineDefault(engine)?.profile) ?? dockerDefault();
}
