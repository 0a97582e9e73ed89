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
    health: healthOf(textAt(inspected, 'State', 'Health', 'Status')),
    ...placeOf(inspected),
  };
}

function healthOf(status: string): ContainerState['health'] {
  return status === 'starting' || status === 'healthy' || status === 'unhealthy' ? status : 'none';
}

/** A container is in one network only. */
function placeOf(inspected: unknown): Pick<ContainerState, 'network' | 'address'> {
  const [network] = entriesAt(inspected, 'NetworkSettings', 'Networks');
  return { network: textAt(network?.[1], 'NetworkID'), address: textAt(network?.[1], 'IPAddress') };
}
