import type { Resource } from '../../ports.js';
import { ask } from './ask.js';
import type { Client } from './client.js';
import { statusOf, wordsOf } from './engine-trouble.js';
import { releaseStuckInit } from './stuck-init.js';

/** How long it may take to kill and remove a container with its volumes, in milliseconds. */
const PATIENCE = 60_000;

/** Removes something with force, a container with its anonymous volumes. What is already gone is fine. */
export async function remove(client: Client, { kind, id }: Resource): Promise<void> {
  await ask(client.endpoint, { doing: `remove ${kind} ${id}`, patience: PATIENCE }, (abortSignal) =>
    REMOVERS[kind](client, id, abortSignal).catch(unlessGone),
  );
}

type Remover = (client: Client, id: string, abortSignal: AbortSignal) => Promise<unknown>;

const REMOVERS: Readonly<Record<Resource['kind'], Remover>> = {
  container: removeContainer,
  network: ({ docker }, id, abortSignal) => docker.getNetwork(id).remove({ abortSignal }),
  volume: ({ docker }, id, abortSignal) => docker.getVolume(id).remove({ force: true, abortSignal }),
  image: ({ docker, podman }, id, abortSignal) =>
    (podman?.api ?? docker).getImage(id).remove({ force: true, abortSignal }),
};

async function removeContainer(client: Client, id: string, abortSignal: AbortSignal): Promise<void> {
  const container = client.docker.getContainer(id);
  const removal: Promise<unknown> = removeAtOnce(client, id, abortSignal).catch((error: unknown) => {
    if (!isBeingRemoved(error)) throw error;
    return container.wait({ condition: 'removed', abortSignal });
  });
  await releaseStuckInit(id, removal);
}

/** Podman stops a container first, for 10 s, where its own API does not say otherwise. */
function removeAtOnce({ docker, podman }: Client, id: string, abortSignal: AbortSignal): Promise<unknown> {
  if (podman === null) return docker.getContainer(id).remove({ force: true, v: true, abortSignal });
  const options = { force: true, volumes: true, timeout: 0, abortSignal };
  return podman.api.getContainer(id).remove(options);
}

function isBeingRemoved(error: unknown): boolean {
  return statusOf(error) === 409 && wordsOf(error).includes('already in progress');
}

function unlessGone(error: unknown): void {
  if (statusOf(error) !== 404) throw error;
}
