import { goesThrough } from '../../seccomp/action.js';
import { decide, machineCalls, type Filter } from '../../seccomp/filter.js';
import { findRefusal } from '../refusal.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

export const DENY_EVERYTHING: LintRule = { id: 'deny-everything', check: denyEverything };

/** The runtime starts the container's program with execve, under the filter already. */
function denyEverything({ confined }: LintContext): readonly Observation[] {
  const refusal = confined === null ? null : findRefusal(confined, 'execve');
  if (confined === null || refusal === null) return [];
  const count = countThrough(confined.filter);
  const fact = count === 0 ? 'the profile lets no call through: execve' : 'execve';
  return [
    {
      message: `${fact} is ${refusal.words}, so that the container's own program cannot be started`,
      advice: 'Name execve and every other call of the service in a rule with SCMP_ACT_ALLOW.',
      location: refusal.location,
      grants: ['execve'],
    },
  ];
}

function countThrough(filter: Filter): number {
  return machineCalls(filter).filter(({ number }) => goesThrough(decide(filter, number))).length;
}
