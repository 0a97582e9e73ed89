import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isInContainer } from '../../core/smoke/container-cgroup.js';
import { codeOf } from '../thrown.js';

/** How long a start or a removal may take before it is looked at, and between two looks, in milliseconds. */
const PAUSE = 1500;

/**
 * Waits for `work` on a container; ends the container's set-up when it hangs meanwhile. A profile that kills threads can kill the
 * first thread of `runc init` and leave the others: runc then waits for ever, and with it every call of the engine about that
 * container, its removal too. Gives whether that was so. Needs /proc of the engine's machine, and root or `sudo -n`.
 */
export async function releaseStuckInit(container: string, work: Promise<unknown>): Promise<boolean> {
  const over = new AbortController();
  const watching = watch(container, over.signal);
  try {
    await work;
  } finally {
    over.abort();
  }
  return watching;
}

async function watch(container: string, signal: AbortSignal): Promise<boolean> {
  let found = false;
  while (await pauseUnless(signal)) {
    for (const pid of await stuckProcesses(container)) {
      found = true;
      await kill(pid);
    }
  }
  return found;
}

async function pauseUnless(signal: AbortSignal): Promise<boolean> {
  await sleep(PAUSE, undefined, { signal, ref: false }).catch(() => undefined);
  return !signal.aborted;
}

/** Processes of the container whose first thread is dead while others live. */
async function stuckProcesses(container: string): Promise<readonly number[]> {
  const names = await readdir('/proc').catch(() => []);
  const found: number[] = [];
  for (const pid of names.filter((name) => /^\d+$/.test(name))) {
    if (await isStuck(pid, container)) found.push(Number(pid));
  }
  return found;
}

async function isStuck(pid: string, container: string): Promise<boolean> {
  const status = await readOrNothing(`/proc/${pid}/status`);
  if (!/^State:\tZ/m.test(status) || /^Threads:\t[01]$/m.test(status)) return false;
  return isInContainer(await cgroupOfThreads(pid), container);
}

/**
 * Of all threads, because the dead one is shown in the root cgroup of every v1 hierarchy.
 * https://github.com/torvalds/linux/blob/v6.12/kernel/cgroup/cgroup.c, proc_cgroup_show
 */
async function cgroupOfThreads(pid: string): Promise<string> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  return (await Promise.all(threads.map((thread) => readOrNothing(`/proc/${pid}/task/${thread}/cgroup`)))).join('');
}

/** Processes come and go while they are looked at. */
async function readOrNothing(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

async function kill(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (codeOf(error) === 'EPERM') await killAsRoot(pid);
  }
}

/** Without a password or not at all: whoever waits for the engine then gets its silence as trouble. */
function killAsRoot(pid: number): Promise<void> {
  return new Promise((resolve) => {
    execFile('sudo', ['-n', 'kill', '-KILL', String(pid)], { env: { PATH: '/usr/bin:/bin' } }, () => {
      resolve();
    });
  });
}
