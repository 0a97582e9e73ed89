import { forRuntimes } from '../../fit/for-runtimes.js';
import { countOf } from '../../fit/list-names.js';
import { diesOf, rangesFloor, runtimeFloor, type FloorNeed } from '../../fit/runtime-floor.js';
import { allowInstead } from '../allow-instead.js';
import { findRefusal, type Refusal } from '../refusal.js';
import { endsStart, errnoOf } from '../runtime-refusal.js';
import type { LintContext, LintRule, Observation, ResolvedProfile } from '../rule.js';

export const MISSING_RUNTIME_FLOOR: LintRule = { id: 'missing-runtime-floor', check: missingRuntimeFloor };

/**
 * Between loading the filter and starting the program the runtime is subject to it itself. What the engine's own runtime needs is
 * judged first; then what the other runtimes need that the policy is to run on.
 */
function missingRuntimeFloor(context: LintContext): readonly Observation[] {
  const { confined, service } = context;
  if (confined === null || findRefusal(confined, 'execve') !== null) return [];
  const own = ofEngine(context, confined);
  const { needs } = rangesFloor(service.runtimes, service.run.noNewPrivileges);
  const others = missingOf(confined, needs).filter(({ call }) => own?.grants?.includes(call) !== true);
  return [...(own === null ? [] : [own]), ...(others.length === 0 ? [] : [ofOthers(context, confined, others)])];
}

interface MissingNeed extends FloorNeed {
  readonly refusal: Refusal;
}

function missingOf(confined: ResolvedProfile, needs: readonly FloorNeed[]): readonly MissingNeed[] {
  return needs.flatMap((need) => {
    const refusal = findRefusal(confined, need.call);
    return refusal !== null && endsStart(refusal, need) ? [{ ...need, refusal }] : [];
  });
}

/** `null` without an engine, or when its runtime was seen to start a container under the profile, which says more than any table. */
function ofEngine(context: LintContext, confined: ResolvedProfile): Observation | null {
  const { service, environment } = context;
  if (environment.runtime === undefined || environment.started === true) return null;
  const runtime = { ...environment.runtime, noNewPrivileges: service.run.noNewPrivileges };
  const floor = runtimeFloor(runtime);
  const missing = missingOf(confined, floor.needs);
  if (missing.length === 0) return null;
  const isProven = missing.some(({ call, refusal }) => {
    const errno = errnoOf(refusal);
    return errno !== null && diesOf(runtime, call, errno);
  });
  const names = missing.map(({ call }) => call);
  return {
    ...(isProven ? { severity: 'error' } : {}),
    message: `${countOf(names.length, 'call')} of the runtime itself ${names.length === 1 ? 'is' : 'are'} ${wordsOf(missing)}: ${names.join(', ')}. They belong to ${floor.statement} between loading the filter and starting the program; ${isProven ? 'without them the container does not start' : 'the container may not start'}`,
    ...remedy(context, confined, missing),
  };
}

function ofOthers(context: LintContext, confined: ResolvedProfile, missing: readonly MissingNeed[]): Observation {
  const which = context.environment.runtime === undefined ? 'the runtimes' : 'other runtimes';
  return {
    message: `${countOf(missing.length, 'call')} that ${which} of this policy need to start a container ${missing.length === 1 ? 'is' : 'are'} ${wordsOf(missing)}: ${forRuntimes(missing)}. On these the container may not start`,
    ...remedy(context, confined, missing),
  };
}

function wordsOf(missing: readonly MissingNeed[]): string {
  return [...new Set(missing.map(({ refusal }) => refusal.words))].join(' or ');
}

function remedy(
  { service }: LintContext,
  { profile }: ResolvedProfile,
  missing: readonly MissingNeed[],
): Pick<Observation, 'advice' | 'location' | 'grants' | 'fix'> {
  const names = missing.map(({ call }) => call);
  const allow = `Allow ${names.join(', ')}.`;
  return {
    advice: service.run.noNewPrivileges ? allow : `${allow} With no-new-privileges fewer are needed.`,
    location: missing[0]?.refusal.location ?? profile.location,
    grants: names,
    fix: allowInstead(allow, profile, names),
  };
}
