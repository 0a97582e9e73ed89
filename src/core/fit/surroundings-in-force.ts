import type { Finding } from '../finding.js';
import type { Service } from '../policy/policy.js';
import { ruleOf } from '../rules.js';
import type { ProcessSurroundings, SurroundingsFacts } from '../smoke/surroundings.js';
import { isolationInForce } from './isolation-in-force.js';
import { limitsInForce } from './limits-in-force.js';
import { listNames } from './list-names.js';
import { rootInForce } from './root-in-force.js';
import { differenceFindings } from './surroundings-difference.js';

/** Compares what surrounds the processes of a container with its declaration: root mount, limits, namespaces, ids. */
export function compareSurroundings(service: Service, facts: SurroundingsFacts): readonly Finding[] {
  return differenceFindings(service, [
    ...rootInForce(service.run.readOnly, facts.processes),
    ...limitsInForce(service.run, facts.limits),
    ...isolationInForce(facts.processes),
  ]);
}

/** What of the surroundings was not checked, as one note; none when all was. */
export function unobservedSurroundings(service: Service, facts: SurroundingsFacts | null): readonly Finding[] {
  const missing = facts === null ? ['namespaces', 'root mount', 'cgroup limits'] : missingIn(facts);
  if (missing.length === 0) return [];
  const isRefused = facts?.processes.some(({ inCgroup, namespaces }) => inCgroup && namespaces === null) === true;
  return [
    {
      rule: 'not-observed',
      severity: ruleOf('not-observed').severity,
      service: service.name,
      message: `of what is in force, this was not checked: ${listNames(missing)}`,
      advice: isRefused ? 'Run as root, or allow password-less sudo for this user.' : '',
      location: service.at(),
      grants: [],
    },
  ];
}

const LIMITS = [
  ['pids', 'the limit of processes'],
  ['memory', 'the limit of memory'],
  ['memoryAndSwap', 'the limit of memory and swap'],
  ['cpus', 'the limit of processor time'],
] as const;

function missingIn({ processes, limits }: SurroundingsFacts): readonly string[] {
  const members = processes.filter(({ inCgroup }) => inCgroup);
  const some = (what: string, isMissing: (process: ProcessSurroundings) => boolean): readonly string[] => {
    const missing = members.filter(isMissing);
    if (missing.length === 0) return [];
    return [`${what} of ${missing.length === 1 ? '1 process' : `${missing.length} processes`}`];
  };
  return [
    ...some('the namespaces', ({ namespaces }) => namespaces === null),
    ...some('the root mount', ({ root }) => root === null),
    ...some('the user id map', ({ uidMap }) => uidMap === null),
    ...LIMITS.filter(([name]) => limits[name] === null).map(([, what]) => what),
  ];
}
