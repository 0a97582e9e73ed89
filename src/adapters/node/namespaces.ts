import { join } from 'node:path';
import { NAMESPACE_KINDS, type NamespaceFacts } from '../../core/smoke/surroundings.js';
import { parseStat } from './proc-text.js';
import { linkOrNothing, readOrNothing } from './read-or-nothing.js';

/**
 * The namespaces of a process; `null` when they may not be read, which takes the right to trace it. Kinds that the kernel does
 * not have are left out. https://man7.org/linux/man-pages/man7/namespaces.7.html
 * @param folder the process's own in /proc
 * @param host from `hostNamespaces`
 */
export function readNamespaces(folder: string, host: HostNamespaces): readonly NamespaceFacts[] | null {
  const found = NAMESPACE_KINDS.flatMap((kind) => {
    const link = linkOrNothing(join(folder, 'ns', kind));
    const id = parseNamespace(link, kind);
    if (id === null) return [];
    if (host.machine.has(link)) return [{ kind, id, host: true }];
    return [host.engine.has(link) ? { kind, id, host: true, engine: true } : { kind, id, host: false }];
  });
  return found.length === 0 ? null : found;
}

/** The inode in a link such as `mnt:[4026532474]`; `null` for other text. */
export function parseNamespace(link: string, kind: string): number | null {
  const [, name, id] = /^([a-z]+):\[(\d{1,15})\]$/.exec(link) ?? [];
  return name === kind ? Number(id) : null;
}

/** Links of namespaces that no container should be in. */
export interface HostNamespaces {
  /** Of the machine's first process and of this one. */
  readonly machine: ReadonlySet<string>;
  /** Of the process that started the container: a rootless engine, or one in a container, has some of its own. */
  readonly engine: ReadonlySet<string>;
}

/** What counts as the host's for a container. What may not be read is left out. */
export function hostNamespaces(proc: string, initPid: number): HostNamespaces {
  const parent = parseStat(readOrNothing(join(proc, String(initPid), 'stat')))?.parent ?? 0;
  return {
    machine: linksOf(proc, ['1', 'self']),
    engine: linksOf(proc, parent === 0 ? [] : [String(parent)]),
  };
}

function linksOf(proc: string, folders: readonly string[]): ReadonlySet<string> {
  const links = folders.flatMap((folder) =>
    NAMESPACE_KINDS.map((kind) => linkOrNothing(join(proc, folder, 'ns', kind))),
  );
  return new Set(links.filter((link) => link !== ''));
}
