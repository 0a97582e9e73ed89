import type { NetworkRequest } from '../../ports.js';
import { ask } from './ask.js';
import type { Client } from './client.js';

/** Creates a bridge network and gives its id. */
export async function createNetwork({ docker, endpoint }: Client, request: NetworkRequest): Promise<string> {
  const { id } = await ask(endpoint, { doing: `create network ${request.name}` }, (abortSignal) =>
    docker.createNetwork({
      Name: request.name,
      Driver: 'bridge',
      Internal: request.internal,
      Attachable: false,
      EnableIPv6: false,
      CheckDuplicate: true,
      Labels: { ...request.labels },
      abortSignal,
    }),
  );
  return id;
}
