import type { ContainerCreateOptions } from 'dockerode';
import type { ContainerSpec } from '../../ports.js';
import { ask } from './ask.js';
import { assertConfined, assertCreatedConfined } from './assert-confined.js';
import type { Client } from './client.js';
import { hostConfig, type HostConfig } from './host-config.js';
import { inspectRaw } from './inspect-container.js';
import { assertCreatedOnPodman, createOnPodman } from './podman-create.js';
import { remove } from './remove.js';

/** Copying an image's content into its volumes can take a while, in milliseconds. */
const PATIENCE = 180_000;

/** Where engines and their runtimes listen: nothing in a container may reach them. */
const SOCKETS = [
  '/var/run/docker.sock',
  '/run/docker.sock',
  '/run/containerd/containerd.sock',
  '/run/podman/podman.sock',
];

/** Creates a container, exactly as specified, and gives its id. Nothing is left behind when it turns out otherwise. */
export async function createContainer(client: Client, spec: ContainerSpec): Promise<string> {
  const config = hostConfig(spec);
  assertConfined(config, spec, [...SOCKETS, ...ownSockets(client)]);
  const id = await create(client, spec, config);
  try {
    await assertCreated(client, spec, id);
  } catch (error) {
    await remove(client, { kind: 'container', id });
    throw error;
  }
  return id;
}

async function create(client: Client, spec: ContainerSpec, config: HostConfig): Promise<string> {
  const { docker, endpoint, podman } = client;
  if (podman !== null) return createOnPodman(client, { podman, spec, patience: PATIENCE });
  const question = { doing: `create container ${spec.name}`, patience: PATIENCE };
  const { id } = await ask(endpoint, question, (abortSignal) =>
    docker.createContainer({ ...createOptions(spec, config), abortSignal }),
  );
  return id;
}

async function assertCreated(client: Client, spec: ContainerSpec, id: string): Promise<void> {
  const { podman } = client;
  if (podman !== null) await assertCreatedOnPodman(client, { podman, spec, id });
  else assertCreatedConfined(await inspectRaw(client, id), spec);
}

function ownSockets({ endpoint }: Client): readonly string[] {
  return endpoint.address.kind === 'unix' ? [endpoint.address.socketPath] : [];
}

/** Everything about the container but its confinement. What the specification leaves open stays the image's. */
export function createOptions(spec: ContainerSpec, config: HostConfig): ContainerCreateOptions {
  return {
    name: spec.name,
    Image: spec.imageId,
    Labels: { ...spec.labels },
    Env: Object.entries(spec.environment).map(([name, value]) => `${name}=${value}`),
    ...(spec.entrypoint === null ? {} : { Entrypoint: [...spec.entrypoint] }),
    ...(spec.command === null ? {} : { Cmd: [...spec.command] }),
    ...(spec.workingDir === null ? {} : { WorkingDir: spec.workingDir }),
    ...(spec.user === null ? {} : { User: spec.user }),
    ...(spec.stopSignal === null ? {} : { StopSignal: spec.stopSignal }),
    AttachStdin: false,
    AttachStdout: false,
    AttachStderr: false,
    Tty: false,
    OpenStdin: false,
    HostConfig: config,
    NetworkingConfig: { EndpointsConfig: { [spec.network]: { Aliases: [spec.alias] } } },
  };
}
