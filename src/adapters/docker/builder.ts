import { EnvironmentError } from '../../core/errors.js';
import type { BuildOptions } from '../../core/policy/policy.js';
import { listAt, textAt } from './field.js';
import { runCli, type Environment } from './cli.js';
import type { Client } from './client.js';

/** `buildx`: the CLI's plugin for BuildKit. `plain`: what `docker build` does without it. */
export type Builder = 'buildx' | 'plain';

/** How long the CLI may take to say whether it has the plugin, in milliseconds. */
const PATIENCE = 30_000;

/**
 * What a CLI call needs in its environment so that it leaves BuildKit alone where the engine has none: Podman's API. A builder that
 * is chosen is one of its own. Throws EnvironmentError for a build without a network: Podman's API takes the option and builds in
 * the engine's network all the same (seen with 5.4.2).
 * https://github.com/containers/podman/blob/v5.4.2/pkg/api/handlers/compat/ping.go
 */
export function legacyForPodman(
  { version }: Pick<Client, 'version'>,
  { builder, network }: Pick<BuildOptions, 'builder' | 'network'>,
): Readonly<Record<string, string>> {
  const isPodman = listAt(version, 'Components').some((component) => textAt(component, 'Name') === 'Podman Engine');
  if (!isPodman || builder !== null) return {};
  if (network === 'none') {
    throw new EnvironmentError(
      "Podman's API does not build without a network: it leaves `network: none` out",
      'Choose a `builder` of your own (`docker buildx create`), or build the image beforehand and name it with `image`.',
    );
  }
  return { DOCKER_BUILDKIT: '0' };
}

/**
 * What builds here, by the rules of the docker CLI: DOCKER_BUILDKIT=0 asks for the legacy builder, and without the plugin there is
 * no other. https://github.com/docker/cli/blob/v28.5.2/cmd/docker/builder.go
 */
export async function chooseBuilder(cliEnvironment: Readonly<Record<string, string>>): Promise<Builder> {
  if (isRefused(cliEnvironment)) return 'plain';
  const { exitCode } = await runCli({
    args: ['buildx', 'version'],
    environment: cliEnvironment,
    onLine: () => undefined,
    patience: PATIENCE,
  });
  return exitCode === 0 ? 'buildx' : 'plain';
}

/** As Go's strconv.ParseBool reads it. */
function isRefused({ DOCKER_BUILDKIT: value = '' }: Environment): boolean {
  return ['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(value);
}
