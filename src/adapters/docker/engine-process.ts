import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { runnerInRootOf, type Run } from './run-in-root.js';

const ENGINES = ['dockerd', 'podman'];

/**
 * A way to run programs in the root of the engine that listens on a socket of this machine; `null` when no such process is seen.
 * Only root sees those of other users. The socket may have another path in that root.
 */
export async function runnerInRootOfEngine(socketPath: string): Promise<Run | null> {
  const socket = await stat(socketPath, { bigint: true }).catch(() => null);
  if (socket === null) return null;
  for (const pid of (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))) {
    const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
    if (!ENGINES.includes(name.trim())) continue;
    const run = await runnerInRootOf(pid);
    if (await listensOn({ pid, run }, `${socket.dev}:${socket.ino}`)) return run;
  }
  return null;
}

async function listensOn({ pid, run }: { readonly pid: string; readonly run: Run }, socket: string): Promise<boolean> {
  const open = new Set(await openFiles(pid));
  for (const { inode, path } of listeningSockets(await socketTable(pid))) {
    if (open.has(`socket:[${inode}]`) && (await run('stat', '-L', '-c', '%d:%i', path)).trim() === socket) return true;
  }
  return false;
}

/** Of all its threads: Podman's first one was seen to stay in the network of a container. */
async function socketTable(pid: string): Promise<string> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const tables = threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/net/unix`, 'utf8').catch(() => ''));
  return [...new Set((await Promise.all(tables)).flatMap((table) => table.split('\n')))].join('\n');
}

/** Those of `/proc/PID/net/unix` that listen and have a path. https://man7.org/linux/man-pages/man5/proc_pid_net.5.html */
export function listeningSockets(table: string): readonly { readonly inode: string; readonly path: string }[] {
  const listening = /^[0-9a-f]+: [0-9A-F]{8} 00000000 00010000 0001 01 +(\d+) (\/.+)$/gm;
  return [...table.matchAll(listening)].map(([, inode = '', path = '']) => ({ inode, path }));
}

async function openFiles(pid: string): Promise<readonly string[]> {
  const folder = `/proc/${pid}/fd`;
  const numbers = await readdir(folder).catch(() => []);
  return Promise.all(numbers.map((number) => readlink(`${folder}/${number}`).catch(() => '')));
}
