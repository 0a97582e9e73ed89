import { join } from 'node:path';
import { isInContainer } from '../../core/smoke/container-cgroup.js';
import type {
  IdMapFacts,
  NamespaceFacts,
  NamespaceKind,
  ProcessSurroundings,
  RootMountFacts,
  SurroundingsFacts,
} from '../../core/smoke/surroundings.js';
import { readLimits } from './cgroup-limits.js';
import { parseIdMap } from './id-map.js';
import { parseMountInfo, rootMount } from './mount-info.js';
import { hostNamespaces, readNamespaces, type HostNamespaces } from './namespaces.js';
import { isEnding, parseStat } from './proc-text.js';
import { processFamily, type FamilyMember } from './process-family.js';
import { readOrNothing } from './read-or-nothing.js';
import { readSecurityLabel } from './security-label.js';

/**
 * What surrounds the processes of a container, as far as this user may read it; `null` when `proc` does not show init as that
 * container's. Before and after a process is read its cgroup has to name the container, so that nothing is told of one that was
 * given a pid in between.
 * @param proc the folder /proc
 * @param container the full id
 */
export function containerSurroundings(proc: string, container: string, initPid: number): SurroundingsFacts | null {
  const isMember = (pid: number): boolean => isInContainer(readOrNothing(join(proc, String(pid), 'cgroup')), container);
  if (!isMember(initPid)) return null;
  const reader = new SurroundingsReader(proc, hostNamespaces(proc, initPid));
  const family = processFamily(proc, initPid);
  const pids = new Set(family.map(({ pid }) => pid));
  const processes = family.flatMap((member) => {
    if (!isMember(member.pid)) return isElsewhere(join(proc, String(member.pid)), pids) ? [outsider(member)] : [];
    const facts = reader.read(member);
    return isMember(member.pid) ? [facts] : [];
  });
  const limits = readLimits(proc, initPid);
  return isMember(initPid) && processes.length > 0 ? { processes, limits } : null;
}

/** Whether a process outside the container's cgroup lives on there, and still descends from its init. */
function isElsewhere(folder: string, family: ReadonlySet<number>): boolean {
  const text = readOrNothing(join(folder, 'stat'));
  const stat = parseStat(text);
  return stat !== null && !isEnding(text) && family.has(stat.parent);
}

function outsider(member: FamilyMember): ProcessSurroundings {
  return { ...member, inCgroup: false, namespaces: null, uidMap: null, gidMap: null, root: null };
}

interface IdMaps {
  readonly uidMap: IdMapFacts | null;
  readonly gidMap: IdMapFacts | null;
}

/** Reads what belongs to a namespace once, not once for every process in it. */
class SurroundingsReader {
  readonly #proc: string;
  readonly #host: HostNamespaces;
  readonly #roots = new Map<number, RootMountFacts>();
  readonly #idMaps = new Map<number, IdMaps>();

  constructor(proc: string, host: HostNamespaces) {
    this.#proc = proc;
    this.#host = host;
  }

  read({ pid, lineage }: FamilyMember): ProcessSurroundings {
    const namespaces = readNamespaces(this.#folder(pid), this.#host);
    const { uidMap, gidMap } = this.#idMapsOf(pid, idOf(namespaces, 'user'));
    return {
      pid,
      lineage,
      inCgroup: true,
      namespaces,
      uidMap,
      gidMap,
      root: this.#rootOf(pid, idOf(namespaces, 'mnt')),
      label: readSecurityLabel(this.#folder(pid)),
    };
  }

  #rootOf(pid: number, namespace: number | null): RootMountFacts | null {
    const known = this.#roots.get(namespace ?? -1);
    if (known !== undefined) return known;
    const root = rootMount(parseMountInfo(readOrNothing(join(this.#folder(pid), 'mountinfo'))));
    if (root !== null && namespace !== null) this.#roots.set(namespace, root);
    return root;
  }

  #idMapsOf(pid: number, namespace: number | null): IdMaps {
    const known = this.#idMaps.get(namespace ?? -1);
    if (known !== undefined) return known;
    const map = (file: string): IdMapFacts | null => parseIdMap(readOrNothing(join(this.#folder(pid), file)));
    const maps = { uidMap: map('uid_map'), gidMap: map('gid_map') };
    if (namespace !== null) this.#idMaps.set(namespace, maps);
    return maps;
  }

  #folder(pid: number): string {
    return join(this.#proc, String(pid));
  }
}

function idOf(namespaces: readonly NamespaceFacts[] | null, wanted: NamespaceKind): number | null {
  return namespaces?.find(({ kind }) => kind === wanted)?.id ?? null;
}
