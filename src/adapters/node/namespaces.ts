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
export function readNamespaces(folder: string, host: ReadonlySet<string>): readonly NamespaceFacts[] | null {
  const found = NAMESPACE_KINDS.flatMap((kind) => {
    const link = linkOrNothing(join(folder, 'ns', kind));
    const id = parseNamespace(link, kind);
    return id === null ? [] : [{ kind, id, host: host.has(link) }];
  });
  return found.length === 0 ? null : found;
}

/** The inode in a link such as `mnt:[4026532474]`; `null` for other text. */
export function parseNamespace(link: string, kind: string): number | null {
  const [, name, id] = /^([a-z]+):\[(\d{1,15})\]$/.exec(link) ?? [];
  return name === kind ? Number(id) : null;
}

/**
 * What counts as the host's: the namespaces of the machine's first process, of this one, and of the one that started the
 * container, which is in the engine's. So it holds within a container and with an engine in a container too.
 */
export function hostNamespaces(proc: string, initPid: number): ReadonlySet<string> {
  const parent = parseStat(readOrNothing(join(proc, String(initPid), 'stat')))?.parent ?? 0;
  const folders = ['1', 'self', ...(parent === 0 ? [] : [String(parent)])];
  const links = folders.flatMap((folder) =>
    NAMESPACE_KINDS.map((kind) => linkOrNothing(join(proc, folder, 'ns', kind))),
  );
  return new Set(links.filter((link) => link !== ''));
}
