import type { ImageFacts } from '../../ports.js';
import { EnvironmentError } from '../../core/errors.js';
import { ask } from './ask.js';
import { cliEnvironment, runCli, type Environment } from './cli.js';
import type { Client } from './client.js';
import { imageInDockerForm } from './podman-image.js';
import { pullAdvice, statusOf } from './engine-trouble.js';
import { pulledLayers } from './pulled-layers.js';
import { entriesAt, numberAt, textAt, textsAt } from './field.js';

/** How long a pull may take, in milliseconds. */
const PULL_PATIENCE = 15 * 60_000;

/** An image to look at. */
export interface ImageRequest {
  /** A name or an id. */
  readonly reference: string;
  readonly signal?: AbortSignal | undefined;
  /** Hears how far a pull is. */
  readonly onProgress?: ((state: string) => void) | undefined;
}

/**
 * Facts about an image, which is pulled when it is not there: by the docker CLI, as that knows the user's registry credentials.
 * An id is never pulled: no registry knows images by it. Rejects with the signal's reason when that aborts.
 */
export async function image(client: Client, request: ImageRequest, environment: Environment): Promise<ImageFacts> {
  const { reference } = request;
  refuseOddReference(reference);
  const present = await find(client, reference);
  if (present !== null) return imageFacts(present);
  if (isId(reference)) throw noImage(reference);
  await pull(client, request, environment);
  const pulled = await find(client, reference);
  if (pulled !== null) return imageFacts(pulled);
  throw new EnvironmentError(`the engine has no image ${JSON.stringify(reference)} after it was pulled`, 'Try again.');
}

/**
 * The id under which the engine knows an image that was just built: the first of the digests that it has. Throws EnvironmentError
 * when it has none, for example because a builder kept the image to itself.
 */
export async function builtImage(client: Client, digests: readonly string[]): Promise<string> {
  for (const digest of digests) {
    const found = await find(client, digest);
    if (found !== null) return textAt(found, 'Id');
  }
  throw new EnvironmentError(
    `the build ended, but the engine has no image with ${digests.length === 0 ? 'an id that the builder wrote' : `id ${digests.join(' or ')}`}`,
    'Use a builder that loads its result into the engine, or update Docker and its buildx plugin.',
  );
}

/** Whether a reference is the digest of an image alone, without a name. */
function isId(reference: string): boolean {
  return /^(?:sha256:)?[0-9a-f]{64}$/.test(reference);
}

function noImage(id: string): EnvironmentError {
  return new EnvironmentError(
    `the engine has no image with id ${id}, and an id cannot be pulled`,
    'Build the image on this engine or load it (`docker load`), or name it as in `docker pull`.',
  );
}

/** The reference becomes a part of an address of the engine's API. */
function refuseOddReference(reference: string): void {
  if (/^[a-z0-9][\w.:@/-]*$/i.test(reference) && !reference.split('/').includes('..')) return;
  throw new EnvironmentError(`${JSON.stringify(reference)} is no image reference`, 'Write it as in `docker pull`.');
}

function find({ docker, endpoint, podman }: Client, reference: string): Promise<unknown> {
  return ask(endpoint, { doing: 'inspect an image' }, async (): Promise<unknown> => {
    try {
      if (podman === null) return await docker.getImage(reference).inspect();
      return imageInDockerForm(await podman.api.getImage(reference).inspect());
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error;
    }
  });
}

async function pull({ endpoint }: Client, request: ImageRequest, environment: Environment): Promise<void> {
  const { reference, signal, onProgress } = request;
  const layers = pulledLayers();
  const { exitCode, lastLines } = await runCli({
    args: ['pull', '--', reference],
    environment: cliEnvironment(environment, endpoint),
    onLine: (line) => onProgress?.(layers(line)),
    patience: PULL_PATIENCE,
    signal,
  });
  if (exitCode === 0) return;
  const words = lastLines.at(-1) ?? `exit code ${exitCode}`;
  throw new EnvironmentError(`image ${JSON.stringify(reference)} could not be pulled: ${words}`, pullAdvice(words));
}

/** Reads the engine's answer. https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageInspect */
export function imageFacts(inspected: unknown): ImageFacts {
  const stopSignal = textAt(inspected, 'Config', 'StopSignal');
  const [healthcheck = 'NONE'] = textsAt(inspected, 'Config', 'Healthcheck', 'Test');
  return {
    id: textAt(inspected, 'Id'),
    user: textAt(inspected, 'Config', 'User'),
    entrypoint: textsAt(inspected, 'Config', 'Entrypoint'),
    command: textsAt(inspected, 'Config', 'Cmd'),
    environment: textsAt(inspected, 'Config', 'Env'),
    exposedPorts: entriesAt(inspected, 'Config', 'ExposedPorts').map(([port]) => port),
    volumes: entriesAt(inspected, 'Config', 'Volumes').map(([target]) => target),
    hasHealthcheck: healthcheck !== 'NONE',
    stopSignal: stopSignal === '' ? null : stopSignal,
    arch: textAt(inspected, 'Architecture'),
    size: numberAt(inspected, 'Size'),
  };
}
