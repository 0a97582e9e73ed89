import { commonRuncFloor, provenFloor, runtimeFloor, type RuntimeFloor } from '../../fit/runtime-floor.js';
import { countOf } from '../../fit/list-names.js';
import { allowNames } from '../profile-fix.js';
import { findRefusal, type Refusal } from '../refusal.js';
import type { LintContext, LintRule, Observation, ResolvedProfile } from '../rule.js';

export const MISSING_RUNTIME_FLOOR: LintRule = { id: 'missing-runtime-floor', check: missingRuntimeFloor };

/**
 * Between loading the filter and starting the program the runtime is subject to it itself. That a container started here shows
 * more than what is known of the runtime.
 */
function missingRuntimeFloor(context: LintContext): readonly Observation[] {
  const { confined, environment } = context;
  if (environment.hasStarted === true || confined === null || findRefusal(confined, 'execve') !== null) return [];
  const floor = floorOf(context);
  const missing = floor.calls.map((name) => findRefusal(confined, name)).filter((refusal) => refusal !== null);
  const counted = missing.filter((refusal) => !fallsBack(refusal));
  return counted.length === 0 ? [] : [observe(context, confined, { floor, missing: counted })];
}

function floorOf({ service, environment: { runtime } }: LintContext): RuntimeFloor {
  const { noNewPrivileges } = service.run;
  return runtime === undefined ? commonRuncFloor(noNewPrivileges) : runtimeFloor({ ...runtime, noNewPrivileges });
}

const ENOSYS = 38;
/** Calls that runtimes can do without on a kernel that has none. */
const NEWER: readonly string[] = ['close_range', 'faccessat2', 'openat2', 'statx'];

function fallsBack({ name, decision }: Refusal): boolean {
  return NEWER.includes(name) && decision.errno === ENOSYS;
}

interface Missing {
  readonly floor: RuntimeFloor;
  readonly missing: readonly Refusal[];
}

function observe(context: LintContext, { profile }: ResolvedProfile, { floor, missing }: Missing): Observation {
  const names = missing.map(({ name }) => name);
  const isProven = names.some((name) => provenIn(context).includes(name));
  const words = [...new Set(missing.map((refusal) => refusal.words))].join(' or ');
  const advice = `Allow ${names.join(', ')}.`;
  return {
    ...(isProven ? { severity: 'error' } : {}),
    message: `${countOf(names.length, 'call')} of the runtime itself ${names.length === 1 ? 'is' : 'are'} ${words}: ${names.join(', ')}. They belong to ${floor.statement} between loading the filter and starting the program; ${isProven ? 'without them the container does not start' : 'the container may not start'}`,
    advice: context.service.run.noNewPrivileges ? advice : `${advice} With no-new-privileges fewer are needed.`,
    location: missing[0]?.location ?? profile.location,
    grants: names,
    fix: allowNames(advice, profile, names),
  };
}

function provenIn({ service, environment: { runtime } }: LintContext): readonly string[] {
  return runtime === undefined ? [] : provenFloor({ ...runtime, noNewPrivileges: service.run.noNewPrivileges });
}
