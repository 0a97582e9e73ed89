import { readFile } from 'node:fs/promises';
import { EnvironmentError } from '../../core/errors.js';
import type { ContainerState } from '../../ports.js';
import { ask } from './ask.js';
import type { Client } from './client.js';
import { listAt, numberAt, textAt } from './field.js';
import { containerState, inspectContainer, inspectRaw } from './inspect-container.js';
import type { Podman } from './podman.js';

type Health = ContainerState['health'];

/**
 * How a container is by its health check. Podman runs health checks by systemd timers; where there is no systemd, a check that is due
 * is run here, as often as a timer would. Throws EnvironmentError where nobody runs it.
 * https://github.com/containers/podman/blob/v5.4.2/libpod/healthcheck_linux.go
 * @param patience milliseconds for one check
 */
export async function containerHealth(client: Client, container: string, patience: number): Promise<Health> {
  const inspected = await inspectRaw(client, container);
  const { health, running } = containerState(inspected);
  if (client.podman === null || !running || health !== 'starting') return health;
  if ((await hasTimers(client, client.podman)) || !isCheckDue(inspected, Date.now())) return health;
  return check(client, { podman: client.podman, container, patience });
}

/** Podman asks the same before it makes a timer: https://github.com/containers/podman/blob/v5.4.2/pkg/systemd/systemd.go */
async function hasTimers({ endpoint }: Client, { cgroupManager }: Podman): Promise<boolean> {
  if (cgroupManager === 'systemd') return true;
  if (endpoint.address.kind !== 'unix') {
    throw new EnvironmentError(
      `Podman at ${endpoint.address.url} manages cgroups without systemd, and its health checks need systemd timers`,
      'Use another `ready`, or run tightfit on that machine.',
    );
  }
  const init = await readFile('/proc/1/comm', 'utf8').catch(() => '');
  return init.trim() === 'systemd';
}

/** Whether the check was never run, or its interval is over since it last ended. */
export function isCheckDue(inspected: unknown, now: number): boolean {
  const last = listAt(inspected, 'State', 'Health', 'Log').at(-1);
  if (last === undefined) return true;
  const interval = numberAt(inspected, 'Config', 'Healthcheck', 'Interval') / 1e6;
  return Date.parse(textAt(last, 'End')) + interval <= now;
}

interface Check {
  readonly podman: Podman;
  readonly container: string;
  readonly patience: number;
}

/** Runs the check once. One that fails by its own timeout is refused with a status of 500, and counted all the same. */
async function check(client: Client, { podman, container, patience }: Check): Promise<Health> {
  const began = Date.now();
  const signal = AbortSignal.timeout(patience);
  const question = { doing: 'run a health check', patience: 0, signal };
  try {
    await ask(client.endpoint, question, (abortSignal) => runOnce(podman, container, abortSignal));
  } catch (error) {
    if (!signal.aborted && !(await wasCounted(client, container, began))) throw error;
  }
  return (await inspectContainer(client, container)).health;
}

/** https://docs.podman.io/en/latest/_static/api.html#tag/containers/operation/ContainerHealthcheckLibpod */
function runOnce({ api }: Podman, container: string, abortSignal: AbortSignal): Promise<unknown> {
  const path = `/containers/${container}/healthcheck`;
  return new Promise((done, fail) => {
    api.modem.dial(
      { path, method: 'GET', abortSignal, statusCodes: { 200: true, 500: 'server error' } },
      (error, answer) => {
        if (error === null) done(answer);
        else fail(error);
      },
    );
  });
}

/** Whether a check ended since, or the container did. */
async function wasCounted(client: Client, container: string, since: number): Promise<boolean> {
  const inspected = await inspectRaw(client, container);
  if (!containerState(inspected).running) return true;
  return Date.parse(textAt(listAt(inspected, 'State', 'Health', 'Log').at(-1), 'End')) >= since;
}
