import type { NamespaceFacts, NamespaceKind, ProcessSurroundings } from '../smoke/surroundings.js';
import { listNames } from './list-names.js';
import { nameOf, type SurroundingsDifference } from './surroundings-difference.js';

/** Those that every container has for itself. A user namespace it has where ids are remapped, a time namespace nowhere yet. */
const ISOLATED: readonly NamespaceKind[] = ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'uts'];

/** A policy cannot ask for a namespace or a cgroup of the host's or the engine's, so that being in one is looser than any declaration. */
export function isolationInForce(processes: readonly ProcessSurroundings[]): readonly SurroundingsDifference[] {
  const [init] = processes;
  const differences = [
    ...processes.flatMap((process) => [shared(process, 'host'), shared(process, 'engine')]),
    ...processes.filter(({ inCgroup }) => !inCgroup).map(outside),
    ...(init === undefined ? [] : [...processes.map((process) => own(process, init)), remapped(init)]),
  ];
  return differences.filter((difference) => difference !== null);
}

/** A rootless engine, or one in a container, has namespaces that are not the host's: a container should be in neither. */
function shared(process: ProcessSurroundings, owner: 'host' | 'engine'): SurroundingsDifference | null {
  const matches = ({ kind, host, engine }: NamespaceFacts): boolean =>
    host && (engine === true) === (owner === 'engine') && ISOLATED.includes(kind);
  const kinds = kindsOf(process, matches);
  if (kinds.length === 0) return null;
  return {
    rule: 'in-force-looser',
    severity: 'error',
    message: `${nameOf(process)} is in the ${owner}'s ${listNames(kinds)} namespace${kinds.length === 1 ? '' : 's'}`,
    advice: 'Find out what put it there: the engine, its runtime or a program with SYS_ADMIN.',
    path: [],
    grants: kinds,
  };
}

function outside(process: ProcessSurroundings): SurroundingsDifference {
  return {
    rule: 'in-force-looser',
    severity: 'error',
    message: `${nameOf(process)} has left the container's cgroup, so that no limit of the policy holds for it`,
    advice: 'Find out how it could: it takes write access to a cgroup file system of the host.',
    path: [],
    grants: ['cgroup'],
  };
}

function own(process: ProcessSurroundings, init: ProcessSurroundings): SurroundingsDifference | null {
  const ids = new Map(init.namespaces?.map(({ kind, id }) => [kind, id]));
  const kinds = kindsOf(process, ({ kind, id, host }) => !host && (ids.get(kind) ?? id) !== id);
  if (kinds.length === 0) return null;
  return {
    rule: 'in-force-differs',
    severity: 'note',
    message: `${nameOf(process)} has ${listNames(kinds)} namespaces of its own, other than the container's first process`,
    advice: 'A sandbox of the service itself does that; a user namespace gives every capability inside it.',
    path: [],
    grants: kinds,
  };
}

function remapped({ uidMap }: ProcessSurroundings): SurroundingsDifference | null {
  if (uidMap === null || uidMap.identity) return null;
  const other = uidMap.zero === 0 ? '' : ', not its root';
  const zero = uidMap.zero === null ? 'nobody on the host' : `uid ${uidMap.zero} on the host${other}`;
  return {
    rule: 'in-force-differs',
    severity: 'note',
    message: `user ids are remapped: uid 0 of the container is ${zero}`,
    advice: 'The engine does so for every container; without it the same policy is looser.',
    path: ['user'],
    grants: ['user'],
  };
}

function kindsOf(
  { namespaces }: ProcessSurroundings,
  matches: (namespace: NamespaceFacts) => boolean,
): readonly NamespaceKind[] {
  return (namespaces ?? []).filter(matches).map(({ kind }) => kind);
}
