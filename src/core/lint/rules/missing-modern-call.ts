import { listNames } from '../../fit/list-names.js';
import { commonFloor } from '../../fit/runtime-floor.js';
import { MODERN_CALLS, type ModernCall } from '../modern-call.js';
import { insertRule } from '../profile-fix.js';
import { findRefusal, type Refusal } from '../refusal.js';
import type { LintContext, LintRule, Observation, ResolvedProfile } from '../rule.js';

export const MISSING_MODERN_CALL: LintRule = { id: 'missing-modern-call', check: missingModernCall };

const ENOSYS = 38;

interface Missing extends ModernCall {
  readonly refusal: Refusal;
}

function missingModernCall(context: LintContext): readonly Observation[] {
  const { confined } = context;
  if (confined === null || findRefusal(confined, 'execve') !== null) return [];
  const vital = neededByRuntimes(context);
  const missing = MODERN_CALLS.filter(({ name }) => !vital.includes(name)).flatMap((call) => {
    const refusal = findRefusal(confined, call.name);
    return refusal === null ? [] : [{ ...call, refusal }];
  });
  const hard = missing.filter(({ refusal }) => refusal.decision.errno !== ENOSYS);
  return hard.length === 0 ? [] : [observe(confined, hard, byStub(missing))];
}

/** ENOSYS is no remedy for what a runtime cannot start a container without: that is for `missing-runtime-floor`. */
function neededByRuntimes({ service, environment }: LintContext): readonly string[] {
  const { runtimes, run } = service;
  return commonFloor({ engine: environment.runtime, runtimes, noNewPrivileges: run.noNewPrivileges }).calls;
}

/** Those that the runtime answers well so far, only because the profile names no higher number. */
function byStub(missing: readonly Missing[]): readonly string[] {
  return missing.filter(({ refusal }) => refusal.decision.reason === 'above-highest').map(({ name }) => name);
}

function observe({ profile }: ResolvedProfile, hard: readonly Missing[], stubbed: readonly string[]): Observation {
  const names = hard.map(({ name }) => name);
  const told = hard.map(({ name, caller, refusal }) => `${name} is ${refusal.words} (${caller})`).join('; ');
  const rule = { names: [...names].sort(), action: 'SCMP_ACT_ERRNO', errnoRet: ENOSYS };
  const advice = `Allow them, or add ${JSON.stringify(rule)}, which refuses them just as well.`;
  return {
    ...(hard.some(({ name, givesUp }) => givesUp && SERIOUS.includes(name)) ? {} : { severity: 'note' }),
    message: `newer calls are refused as if forbidden, and programs fall back to older ones on ENOSYS only: ${told}${stubText(stubbed)}`,
    advice,
    location: hard[0]?.refusal.location ?? profile.location,
    grants: names,
    fix: insertRule(advice, profile, rule),
  };
}

/** What ordinary programs meet, not only those that look for it. */
const SERIOUS: readonly string[] = ['faccessat2', 'fchmodat2'];

function stubText(names: readonly string[]): string {
  if (names.length === 0) return '';
  const they = names.length === 1 ? 'answers' : 'answer';
  return `. ${listNames(names)} ${they} ENOSYS only as long as the profile names no call of a higher number`;
}
