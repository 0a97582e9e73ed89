import type { Engine } from '../../ports.js';
import { build } from './build.js';
import { containerChanges } from './changes.js';
import type { Environment } from './cli.js';
import { connectOnce } from './connect-once.js';
import { createContainer } from './create-container.js';
import { describe } from './describe.js';
import { exec } from './exec.js';
import { containerHealth } from './health.js';
import { builtImage, image } from './image.js';
import { inspectContainer } from './inspect-container.js';
import { labelled } from './labelled.js';
import { containerLogs } from './logs.js';
import { createNetwork } from './network.js';
import { readImage } from './read-image.js';
import { remove } from './remove.js';
import { containerEnded, startContainer, stopContainer } from './run-container.js';

/**
 * Docker, or what speaks its API. It is looked for at the first call, so that whoever needs no engine may have this one anyway.
 * @param environment where DOCKER_HOST and its siblings are looked up, and what the docker CLI gets a part of
 */
export function createEngine(environment: Environment, client = connectOnce(environment)): Engine {
  return {
    describe: async () => describe(await client()),
    build: async (request) => {
      const connected = await client();
      return builtImage(connected, await build(connected, request, environment));
    },
    image: async (reference, signal, onProgress) =>
      image(await client(), { reference, signal, onProgress }, environment),
    readImage: async (id, observer, signal) => readImage(await client(), { id, observer, signal }),
    createNetwork: async (request) => createNetwork(await client(), request),
    createContainer: async (spec) => createContainer(await client(), spec),
    start: async (container) => startContainer(await client(), container),
    inspect: async (container) => inspectContainer(await client(), container),
    health: async (container, patience) => containerHealth(await client(), container, patience),
    ended: async (container, signal) => containerEnded(await client(), container, signal),
    stop: async (container, gracePeriod) => stopContainer(await client(), container, gracePeriod),
    logs: async (container, limit) => containerLogs(await client(), container, limit),
    exec: async (container, request) => exec(await client(), container, request),
    remove: async (resource) => remove(await client(), resource),
    changes: async (container) => containerChanges(await client(), container),
    labelled: async () => labelled(await client()),
  };
}
