import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isProcessOfContainer } from '../../core/smoke/container-process.js';

/** Whether `proc` shows the process with this pid as one of the container's. */
export async function isTheContainers(
  { container, pid }: { readonly container: string; readonly pid: number },
  proc: string,
): Promise<boolean> {
  const read = (name: string): Promise<string> => textOrNothing(join(proc, String(pid), name));
  return isProcessOfContainer({ cgroup: await read('cgroup'), mountinfo: await read('mountinfo') }, container);
}

/** The TCP sockets of a process's network namespace, of IPv4 and IPv6. */
export async function connectionsOf(pid: number, proc: string): Promise<string> {
  const read = (name: string): Promise<string> => textOrNothing(join(proc, String(pid), 'net', name));
  return `${await read('tcp')}\n${await read('tcp6')}`;
}

/** The namespace of a process, such as `net:[4026531840]`; empty when it may not be read. */
export function namespaceOf(pid: number | 'self', kind: 'net' | 'user', proc: string): Promise<string> {
  return readlink(join(proc, String(pid), 'ns', kind)).catch(() => '');
}

/** A file's text; empty when it cannot be read, as when the process is gone. */
export function textOrNothing(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
