import type { BuildOptions } from '../../core/policy/policy.js';
import { listAt, textAt } from './field.js';
import { runCli, type Environment } from './cli.js';
import type { Client } from './client.js';

/** `buildx`: the CLI's plugin for BuildKit. `plain`: what `docker build` does without it. */
export type Builder = 'buildx' | 'plain';

/** How long the CLI may take to say whether it has the plugin, in milliseconds. */
const PATIENCE = 30_000;

/**
 * What builds here, by the rules of the docker CLI: DOCKER_BUILDKIT=0 asks for the legacy builder, and without the plugin there is
 * no other. Podman's API has no BuildKit, so it takes a builder of its own.
 * https://github.com/docker/cli/blob/v28.5.2/cmd/docker/builder.go and
 * https://github.com/containers/podman/blob/v5.4.2/pkg/api/handlers/compat/ping.go
 */
export async function chooseBuilder(
  { version }: Pick<Client, 'version'>,
  cliEnvironment: Readonly<Record<string, string>>,
  { builder }: Pick<BuildOptions, 'builder'>,
): Promise<Builder> {
  const isPodman = listAt(version, 'Components').some((component) => textAt(component, 'Name') === 'Podman Engine');
  if ((isPodman && builder === null) || isRefused(cliEnvironment)) return 'plain';
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
