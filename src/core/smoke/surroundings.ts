import type { SecurityLabel } from './security-label.js';

/** The kinds of namespaces that Linux has. https://man7.org/linux/man-pages/man7/namespaces.7.html */
export const NAMESPACE_KINDS = ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'time', 'user', 'uts'] as const;

export type NamespaceKind = (typeof NAMESPACE_KINDS)[number];

/** A namespace that a process is in. */
export interface NamespaceFacts {
  readonly kind: NamespaceKind;
  /** Its inode, which tells it from every other of the machine. */
  readonly id: number;
  /** Whether the host, or whatever started the container, is in the same one. */
  readonly host: boolean;
  /** Whether it is not the host's but the engine's, which has one of its own: rootless, or in a container. Absent: it is not. */
  readonly engine?: boolean;
}

/** How the ids of a process's user namespace appear outside. https://man7.org/linux/man-pages/man7/user_namespaces.7.html */
export interface IdMapFacts {
  /** Every id is itself. */
  readonly identity: boolean;
  /** What id 0 is on the host; `null` when it is nobody there. */
  readonly zero: number | null;
}

/** The mount that a mount namespace has at `/`. */
export interface RootMountFacts {
  /** Major and minor number of its file system, e.g. `0:73`. */
  readonly device: string;
  /** This mount of it is read-only. */
  readonly mountReadOnly: boolean;
  /** The file system is, however it is mounted. */
  readonly superReadOnly: boolean;
}

/** Where a process of a container lives. What could not be read is `null`. */
export interface ProcessSurroundings {
  /** In the host's pid namespace. */
  readonly pid: number;
  /** Names from the container's init down to this process. */
  readonly lineage: string;
  /** Whether it is in the container's cgroup, or below it; of one that is not, nothing else is told. */
  readonly inCgroup: boolean;
  readonly namespaces: readonly NamespaceFacts[] | null;
  readonly uidMap: IdMapFacts | null;
  readonly gidMap: IdMapFacts | null;
  readonly root: RootMountFacts | null;
  /** What its security module says; `null` when there is none or it cannot be read. Absent: it was not looked for. */
  readonly label?: SecurityLabel | null;
}

/** What a cgroup may use; `null`: could not be read. */
export type Limit = number | 'unlimited' | null;

/** The limits that hold for a container: the lowest of its cgroup and of those above. */
export interface LimitFacts {
  /** Processes and threads. */
  readonly pids: Limit;
  /** Bytes. */
  readonly memory: Limit;
  /** Bytes. */
  readonly memoryAndSwap: Limit;
  /** Processors. */
  readonly cpus: Limit;
}

/** What surrounds the processes of a container, as the host's kernel shows it. */
export interface SurroundingsFacts {
  /** Init first. */
  readonly processes: readonly ProcessSurroundings[];
  readonly limits: LimitFacts;
}

/** Whether a reader with more privilege could tell more. */
export function isIncomplete({ processes, limits }: SurroundingsFacts): boolean {
  const hidden = processes.some(({ inCgroup, namespaces, root }) => inCgroup && (namespaces === null || root === null));
  return hidden || Object.values(limits).includes(null);
}

/** What two looks at one container saw: every distinct process, and the looser of two limits. */
export function mergeSurroundings(first: SurroundingsFacts, second: SurroundingsFacts): SurroundingsFacts {
  const processes = new Map<string, ProcessSurroundings>();
  for (const facts of [...first.processes, ...second.processes]) {
    const key = keyOf(facts);
    if (!processes.has(key)) processes.set(key, facts);
  }
  return {
    processes: [...processes.values()],
    limits: {
      pids: looserLimit(first.limits.pids, second.limits.pids),
      memory: looserLimit(first.limits.memory, second.limits.memory),
      memoryAndSwap: looserLimit(first.limits.memoryAndSwap, second.limits.memoryAndSwap),
      cpus: looserLimit(first.limits.cpus, second.limits.cpus),
    },
  };
}

/** One entry per lineage and surroundings, not per process. */
function keyOf(facts: ProcessSurroundings): string {
  return JSON.stringify({ ...facts, pid: 0 });
}

function looserLimit(one: Limit, other: Limit): Limit {
  if (one === null || other === null) return one ?? other;
  return one === 'unlimited' || other === 'unlimited' ? 'unlimited' : Math.max(one, other);
}
