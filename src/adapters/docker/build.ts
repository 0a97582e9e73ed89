import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { masked } from '../../core/masked.js';
import type { BuildOptions } from '../../core/policy/policy.js';
import type { BuildRequest } from '../../ports.js';
import { buildArguments } from './build-arguments.js';
import { passCache } from './build-cache.js';
import { passSecrets } from './build-secrets.js';
import { chooseBuilder, legacyForPodman } from './builder.js';
import { builtDigests } from './built-digests.js';
import { cliEnvironment, pickEnvironment, runCli, type Environment } from './cli.js';
import type { Client } from './client.js';
import { refuseCredentials } from './credential-guard.js';
import { buildAdvice } from './engine-trouble.js';
import { foreignFrontend, isOwnFrontend } from '../../core/image/frontend.js';

/**
 * Builds with the docker CLI and gives the digests under which the engine may know the image, the likeliest first. Rejects with the
 * signal's reason when that aborts. Throws EnvironmentError when the build fails, with its exit code and last line; the last lines
 * are its cause.
 */
export async function build(
  client: Pick<Client, 'endpoint' | 'version'>,
  request: BuildRequest,
  environment: Environment,
): Promise<readonly string[]> {
  await refuseFrontends(request);
  await refuseCredentials({ folder: request.context, dockerfile: request.dockerfile });
  const secrets = await passSecrets(request.options.secrets, environment);
  const cache = passCache(request.options, environment);
  const cli = {
    ...cliEnvironment(environment, client.endpoint),
    ...builderEnvironment(request.options, environment),
    ...legacyForPodman(client, request.options),
  };
  const builder = await chooseBuilder(cli);
  if (cache.remark !== null) request.onLine(cache.remark);
  const scratch = await mkdtemp(join(tmpdir(), 'tightfit-build-'));
  try {
    const files = { id: join(scratch, 'image-id'), metadata: join(scratch, 'metadata') };
    const { exitCode, lastLines } = await runCli({
      args: [...buildArguments(request, builder, files), ...secrets.args, '--', request.context],
      environment: { ...cli, ...cache.environment, ...secrets.environment },
      mask: masked([...secrets.values, ...cache.values]),
      onLine: request.onLine,
      patience: PATIENCE,
      signal: request.signal,
    });
    if (exitCode !== 0) throw buildFailed(request, exitCode, lastLines);
    return await builtDigests(files);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Longer than anybody waits for a check, in milliseconds: who waits less has a signal. */
const PATIENCE = 6 * 60 * 60_000;

/**
 * Plain progress, the builder that keeps the image in the engine unless another is chosen, and nothing added to the image.
 * https://docs.docker.com/build/building/variables/#build-tool-configuration-variables
 */
function builderEnvironment({ builder }: BuildOptions, environment: Environment): Record<string, string> {
  return {
    ...pickEnvironment(environment, ['BUILDX_CONFIG']),
    BUILDKIT_PROGRESS: 'plain',
    BUILDX_BUILDER: builder ?? 'default',
    BUILDX_GIT_INFO: 'false',
    BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
  };
}

async function refuseFrontends({ dockerfile, args }: BuildRequest): Promise<void> {
  const chosen = args.BUILDKIT_SYNTAX;
  const foreign =
    chosen !== undefined && !isOwnFrontend(chosen) ? chosen : foreignFrontend(await readDockerfile(dockerfile))?.name;
  if (foreign === undefined) return;
  throw new EnvironmentError(
    `${dockerfile} hands the build to ${JSON.stringify(foreign)}, a program that anybody may have written`,
    'Use docker/dockerfile as its syntax, or none.',
  );
}

async function readDockerfile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new EnvironmentError(`${path} cannot be read`, 'Check the path of the Dockerfile.', { cause: error });
  }
}

function buildFailed({ dockerfile }: BuildRequest, exitCode: number, lastLines: readonly string[]): EnvironmentError {
  // BuildKit puts advice of its own below its error.
  const said = lastLines.findLast((line) => line.startsWith('ERROR: ')) ?? lastLines.at(-1);
  const lastLine = said?.trim() ?? 'it wrote nothing';
  return new EnvironmentError(
    `building ${dockerfile} failed with exit code ${exitCode}: ${lastLine}`,
    lastLines.map(buildAdvice).find((advice) => advice !== null) ?? 'Correct the Dockerfile; its log is above.',
    { cause: lastLines },
  );
}
