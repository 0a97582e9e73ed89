import { listNames } from '../../fit/list-names.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

export const MISLEADING_ERRNO: LintRule = { id: 'misleading-errno', check: misleadingErrno };

/** Answers that are no refusal to the program that gets them. */
const MISLEADING: ReadonlyMap<number, string> = new Map([
  [0, 'skipped and reported as done: a service that gives up root with setuid, for one, goes on as root'],
  [4, 'refused with EINTR, which says that a signal came in between: callers try again for ever'],
  [11, 'refused with EAGAIN, which says that it may work later: callers try again for ever'],
]);

function misleadingErrno({ profile, environment }: LintContext): readonly Observation[] {
  if (profile === null) return [];
  const ofRules = profile.rules.flatMap(({ action, errnoRet, names, location }) =>
    action === 'SCMP_ACT_ERRNO' ? observe(errnoRet, { subject: listNames(names), location, grants: names }) : [],
  );
  const place = profile.locations.get('defaultErrnoRet') ?? profile.location;
  const isRefusing = profile.defaultAction === 'SCMP_ACT_ERRNO' && environment.dropsDefaultErrno !== true;
  const ofDefault = isRefusing
    ? observe(profile.defaultErrnoRet, { subject: 'every call without a rule', location: place, grants: [] })
    : [];
  return [...ofDefault, ...ofRules];
}

interface Subject extends Pick<Observation, 'location'> {
  readonly subject: string;
  readonly grants: readonly string[];
}

function observe(errno: number | null, { subject, location, grants }: Subject): Observation[] {
  const why = errno === null ? undefined : MISLEADING.get(errno);
  if (why === undefined) return [];
  return [
    {
      message: `${subject} ${grants.length > 1 ? 'are' : 'is'} ${why}`,
      advice: 'Use 1 (EPERM) to refuse, or 38 (ENOSYS) to make programs fall back to another call.',
      location,
      grants,
    },
  ];
}
