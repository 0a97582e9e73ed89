import { setTimeout as sleep } from 'node:timers/promises';
import { fieldAt, numberAt } from './field.js';

/** How long a busy engine may take to start a program, in milliseconds. */
const PATIENCE = 5000;

/** Between two looks, in milliseconds. */
const PAUSE = 20;

/**
 * The pid of a program that was just started with `docker exec`; 0 when it has none: it has ended, or could not be started. A
 * program runs a moment before the engine knows its pid, long enough on a busy machine to miss it.
 * https://github.com/moby/moby/blob/v20.10.24/daemon/exec.go (ContainerExecStart sets Running first and Pid last)
 * @param inspect gives the engine's answer of `GET /exec/{id}/json`
 */
export async function pidOnceStarted(inspect: () => Promise<unknown>, patience = PATIENCE): Promise<number> {
  const start = performance.now();
  while (performance.now() - start < patience) {
    const state = await inspect().catch(() => null);
    const running = fieldAt(state, 'Running') === true;
    const pid = numberAt(state, 'Pid');
    if (running && pid !== 0) return pid;
    const ended = !running && typeof fieldAt(state, 'ExitCode') === 'number';
    if (ended || state === null) return 0;
    await sleep(PAUSE);
  }
  return 0;
}
