import { readFileSync, readlinkSync } from 'node:fs';
import { EnvironmentError } from '../core/errors.js';
import { isProcessOfContainer } from '../core/smoke/container-process.js';

/** Which process's network namespace this one has to be in. */
export interface Place {
  readonly pid: number;
  readonly container: string;
}

/**
 * Throws EnvironmentError unless this process is in the network namespace of a process of the container. This is asked before
 * and after, as a process may have ended and its pid may be another's.
 */
export function assertEntered({ pid, container }: Place): void {
  const text = (name: string): string => read(() => readFileSync(`/proc/${pid}/${name}`, 'utf8'));
  const isMember = (): boolean =>
    isProcessOfContainer({ cgroup: text('cgroup'), mountinfo: text('mountinfo') }, container);
  const before = isMember();
  const theirs = read(() => readlinkSync(`/proc/${pid}/ns/net`));
  if (!before || !isMember()) {
    throw new EnvironmentError(`/proc does not show process ${pid} as the container's`, ADVICE);
  }
  if (theirs === '' || theirs !== read(() => readlinkSync('/proc/self/ns/net'))) {
    throw new EnvironmentError(`the relay is not in the network namespace of process ${pid}`, ADVICE);
  }
}

const ADVICE = 'Run on the machine where the engine runs.';

/** Gives up root, of which nothing is needed once the namespace is entered. */
export function becomeOrdinary(uid: number, gid: number): void {
  if (!(uid > 0 && gid >= 0)) throw new EnvironmentError('the relay was given no user to run as', ADVICE);
  process.setgroups?.([]);
  process.setgid?.(gid);
  process.setuid?.(uid);
}

/** Empty when it cannot be read. */
function read(work: () => string): string {
  try {
    return work();
  } catch {
    return '';
  }
}
