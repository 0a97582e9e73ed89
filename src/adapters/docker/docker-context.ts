import { join } from 'node:path';
import { EnvironmentError, UsageError } from '../../core/errors.js';
import { parseAddress, type Endpoint } from './address.js';
import { pickEnvironment, runCli, type Environment } from './cli.js';
import { textAt } from './field.js';
import { messageOf } from '../thrown.js';

/** The docker context in use and the engine it names. */
export interface DockerContext {
  readonly name: string;
  readonly endpoint: Endpoint;
}

/** How long the docker CLI may take, in milliseconds. */
const PATIENCE = 10_000;

/**
 * The current docker context, as the CLI resolves it; `null` where there is no CLI. Throws UsageError when DOCKER_CONTEXT names
 * one that does not exist. https://docs.docker.com/reference/cli/docker/context/inspect/
 */
export async function currentContext(environment: Environment): Promise<DockerContext | null> {
  const asked = environment.DOCKER_CONTEXT ?? '';
  try {
    const run = await runCli({
      args: ['context', 'inspect', '--format', '{{json .}}'],
      environment: pickEnvironment(environment, ['PATH', 'HOME', 'DOCKER_CONFIG', 'DOCKER_CONTEXT']),
      onLine: () => undefined,
      patience: PATIENCE,
    });
    if (run.exitCode === 0) return readContext(run.lastLines.at(-1) ?? '');
    if (asked === '') return null;
    throw new UsageError(`DOCKER_CONTEXT is ${JSON.stringify(asked)}: ${run.lastLines.at(-1) ?? 'no such context'}`);
  } catch (error) {
    if (asked === '' && error instanceof EnvironmentError) return null;
    throw error;
  }
}

function readContext(json: string): DockerContext {
  const context = parseJson(json);
  const name = textAt(context, 'Name');
  const address = parseAddress(
    textAt(context, 'Endpoints', 'docker', 'Host'),
    `docker context ${JSON.stringify(name)}`,
  );
  const hasTls = textAt(context, 'TLSMaterial', 'docker', '0') !== '';
  const certificates = hasTls ? join(textAt(context, 'Storage', 'TLSPath'), 'docker') : null;
  return { name, endpoint: { address, certificates } };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    throw new EnvironmentError(
      `docker context inspect gave something else than JSON: ${messageOf(error)}`,
      'Set DOCKER_HOST to the address of the engine.',
    );
  }
}
