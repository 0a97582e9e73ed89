import { EnvironmentError } from '../../core/errors.js';
import type { StartOutcome } from '../../ports.js';
import { ask } from './ask.js';
import type { Client } from './client.js';
import { statusOf, wordsOf } from './engine-trouble.js';
import { inspectRaw } from './inspect-container.js';
import { lackingCapabilities } from './lacking-capabilities.js';
import { startRefusal } from './start-refusal.js';
import { releaseStuckInit } from './stuck-init.js';

/** How long a start may take on a busy machine, in milliseconds. */
const START_PATIENCE = 120_000;

/** What a stop may take beyond the grace period, in milliseconds. */
const STOP_PATIENCE = 30_000;

/** Starts a container. A refusal of the runtime is an outcome, in its own words. */
export async function startContainer(client: Client, container: string): Promise<StartOutcome> {
  const question = { doing: 'start a container', patience: START_PATIENCE };
  try {
    return await ask(client.endpoint, question, (abortSignal) => start(client, container, abortSignal));
  } catch (error) {
    if (error instanceof EnvironmentError) await nameLackingCapabilities(client, container, error);
    throw error;
  }
}

async function start({ docker }: Client, container: string, abortSignal: AbortSignal): Promise<StartOutcome> {
  const starting = docker.getContainer(container).start({ abortSignal });
  const settled = starting.then(
    () => undefined,
    () => undefined,
  );
  const wasStuck = await releaseStuckInit(container, settled);
  return starting.then(
    (): StartOutcome => ({ started: true }),
    (error: unknown) => (wasStuck ? stuckOutcome(error) : refusedOutcome(error)),
  );
}

/** The runtime says that it may not grant something, and not what. */
async function nameLackingCapabilities(client: Client, container: string, error: EnvironmentError): Promise<void> {
  if (!error.message.includes('unable to apply caps')) return;
  const lacking = await lackingCapabilities(await inspectRaw(client, container));
  if (lacking.length === 0) return;
  throw new EnvironmentError(
    `this machine's own bounding set lacks ${lacking.join(', ')}, so no container on it can be granted that: ${error.message}`,
    'Run on another machine, or do without it.',
    { cause: error },
  );
}

function refusedOutcome(error: unknown): StartOutcome {
  const reason = startRefusal(error);
  if (reason === null) throw error;
  return { started: false, reason };
}

/** What hung is the container's own set-up, so whatever the engine says of its end refuses this container. */
function stuckOutcome(error: unknown): StartOutcome {
  if (statusOf(error) === 0) throw error;
  const fact = 'the seccomp profile killed a thread of the runtime while it prepared the container, which then hung';
  return { started: false, reason: `${fact}; once it was ended the engine said: ${wordsOf(error)}` };
}

/** Resolves when the container is not running any more; rejects with the signal's reason as soon as that aborts. */
export async function containerEnded(
  { docker, endpoint }: Client,
  container: string,
  signal: AbortSignal,
): Promise<void> {
  await ask(endpoint, { doing: 'wait for a container', patience: 0, signal }, (abortSignal) =>
    docker.getContainer(container).wait({ condition: 'not-running', abortSignal }),
  );
}

/** Sends the stop signal and kills after the grace period, of milliseconds; the engine counts whole seconds. */
export async function stopContainer(
  { docker, endpoint }: Client,
  container: string,
  gracePeriod: number,
): Promise<void> {
  const question = { doing: 'stop a container', patience: gracePeriod + STOP_PATIENCE };
  await ask(endpoint, question, (abortSignal) =>
    docker
      .getContainer(container)
      .stop({ t: Math.ceil(gracePeriod / 1000), abortSignal })
      .catch(unlessStopped),
  );
}

const NOT_MODIFIED = 304;

function unlessStopped(error: unknown): void {
  if (statusOf(error) !== NOT_MODIFIED) throw error;
}
