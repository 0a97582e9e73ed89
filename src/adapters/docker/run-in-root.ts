import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';

const CHROOT = '/usr/sbin/chroot';
/** Milliseconds. */
const PATIENCE = 2000;

/** Runs a program and gives what it printed; empty when it failed. */
export type Run = (program: string, ...words: readonly string[]) => Promise<string>;

/**
 * Runs programs in the root of a process, with its PATH, as its user: what a rootless engine names is that user's program. Only root
 * can. A path below `/proc/PID/root` is no substitute: an absolute link in it leads back to our own root.
 */
export async function runnerInRootOf(pid: string): Promise<Run> {
  const [owner, environment] = await Promise.all([
    stat(`/proc/${pid}`).catch(() => null),
    readFile(`/proc/${pid}/environ`, 'utf8').catch(() => ''),
  ]);
  const [, PATH = ''] = /(?:^|\0)PATH=([^\0]*)/.exec(environment) ?? [];
  const options = { env: { PATH }, cwd: '/', timeout: PATIENCE };
  return (program, ...words) =>
    new Promise((resolve) => {
      if (owner === null) resolve('');
      else {
        const entering = [`--userspec=+${owner.uid}:+${owner.gid}`, '--groups=', `/proc/${pid}/root`];
        execFile(CHROOT, [...entering, program, ...words], options, (error, stdout) => {
          resolve(error === null ? stdout : '');
        });
      }
    });
}
