import type { ContainerState } from '../../ports.js';
import { ask } from './ask.js';
import type { Client } from './client.js';
import { entriesAt, fieldAt, numberAt, textAt } from './field.js';

/** What the engine says about a container, as it says it. */
export async function inspectRaw({ docker, endpoint }: Client, container: string): Promise<unknown> {
  return ask(endpoint, { doing: 'inspect a container' }, (abortSignal) =>
    docker.getContainer(container).inspect({ abortSignal }),
  );
}

/** How a container is. */
export async function inspectContainer(client: Client, container: string): Promise<ContainerState> {
  return containerState(await inspectRaw(client, container));
}

/** Reads the engine's answer. https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerInspect */
export function containerState(inspected: unknown): ContainerState {
  const running = fieldAt(inspected, 'State', 'Running') === true;
  return {
    running,
    pid: running ? numberAt(inspected, 'State', 'Pid') : 0,
    exitCode: numberAt(inspected, 'State', 'ExitCode'),
    oomKilled: fieldAt(inspected, 'State', 'OOMKilled') === true,
    restarts: numberAt(inspected, 'RestartCount'),
    error: textAt(inspected, 'State', 'Error'),
    health: healthOf(inspected),
    stopSignal: stopSignalOf(inspected),
    ...placeOf(inspected),
  };
}

/** Podman gives a number. https://github.com/moby/moby/blob/v28.5.2/container/container.go (StopSignal) */
function stopSignalOf(inspected: unknown): string {
  const number = numberAt(inspected, 'Config', 'StopSignal');
  return number > 0 ? String(number) : textAt(inspected, 'Config', 'StopSignal') || 'SIGTERM';
}

/** https://github.com/moby/moby/blob/v28.5.2/daemon/health.go (defaultProbeRetries) */
const USUAL_RETRIES = 3;

/**
 * Podman calls a container unhealthy after one failure where its image does not say how many count, Docker after three (seen with
 * 5.4.2). https://github.com/containers/podman/blob/v5.4.2/libpod/healthcheck.go (updateHealthCheckLog)
 */
function healthOf(inspected: unknown): ContainerState['health'] {
  const status = textAt(inspected, 'State', 'Health', 'Status');
  if (status === 'starting' || status === 'healthy') return status;
  if (status !== 'unhealthy') return 'none';
  const retries = numberAt(inspected, 'Config', 'Healthcheck', 'Retries') || USUAL_RETRIES;
  return numberAt(inspected, 'State', 'Health', 'FailingStreak') < retries ? 'starting' : 'unhealthy';
}

/** A container is in one network only. */
function placeOf(inspected: unknown): Pick<ContainerState, 'network' | 'address'> {
  const [network] = entriesAt(inspected, 'NetworkSettings', 'Networks');
  return { network: textAt(network?.[1], 'NetworkID'), address: textAt(network?.[1], 'IPAddress') };
}
