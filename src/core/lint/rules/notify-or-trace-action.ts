import { listNames } from '../../fit/list-names.js';
import type { Profile, SyscallRule } from '../../seccomp/profile.js';
import type { LintContext, LintRule, Observation } from '../rule.js';
import { countingRules } from '../written-rule.js';

export const NOTIFY_OR_TRACE_ACTION: LintRule = { id: 'notify-or-trace-action', check: notifyOrTraceAction };

function notifyOrTraceAction(context: LintContext): readonly Observation[] {
  const { profile } = context;
  if (profile === null) return [];
  return [...ofDefault(profile), ...countingRules(context).flatMap((rule) => ofRule(profile, rule))];
}

const TRACED = 'is left to a tracer, and an engine attaches none: the kernel answers ENOSYS';
const REFUSE = 'Use SCMP_ACT_ERRNO, with errnoRet 38 where ENOSYS is meant.';

function ofDefault({ defaultAction, locations, location }: Profile): Observation[] {
  const place = { location: locations.get('defaultAction') ?? location, grants: [] };
  if (defaultAction === 'SCMP_ACT_TRACE')
    return [{ message: `every call without a rule ${TRACED}`, advice: REFUSE, ...place }];
  if (defaultAction !== 'SCMP_ACT_NOTIFY') return [];
  const message =
    'SCMP_ACT_NOTIFY is the default action, which runc refuses: it could not make the calls itself that hand the listener over';
  return [{ severity: 'error', message, advice: 'Use SCMP_ACT_ERRNO as default.', ...place }];
}

function ofRule(profile: Profile, { action, names, location }: SyscallRule): Observation[] {
  const place = { location, grants: names };
  if (action === 'SCMP_ACT_TRACE') return [{ message: `${listNames(names)} ${TRACED}`, advice: REFUSE, ...place }];
  if (action !== 'SCMP_ACT_NOTIFY') return [];
  return [{ ...ofListener(profile, names), ...place }];
}

/**
 * Source: https://github.com/opencontainers/runc/blob/v1.3.0/libcontainer/seccomp/seccomp_linux.go (InitSeccomp) and
 * process_linux.go beside it (procSeccomp)
 */
function ofListener(
  { listenerPath }: Profile,
  names: readonly string[],
): Pick<Observation, 'severity' | 'message' | 'advice'> {
  if (names.includes('write')) {
    const message = 'write has SCMP_ACT_NOTIFY, which runc refuses: it needs write itself to hand the listener over';
    return { severity: 'error', message, advice: 'Allow write.' };
  }
  if (listenerPath === null) {
    const message = `${listNames(names)} ${names.length === 1 ? 'is' : 'are'} left to a listener, and no listenerPath names one: runc refuses to start the container`;
    return { severity: 'error', message, advice: 'Use SCMP_ACT_ALLOW or SCMP_ACT_ERRNO.' };
  }
  return {
    message: `${listNames(names)} ${names.length === 1 ? 'is' : 'are'} left to the program at listenerPath: what it answers is no part of the profile, and nobody can tell from it what is allowed`,
    advice: 'Use SCMP_ACT_ALLOW or SCMP_ACT_ERRNO where the answer is always the same.',
  };
}
