import { EnvironmentError } from '../../core/errors.js';
import { cacheText } from '../../core/policy/build-options-text.js';
import type { BuildCache, BuildOptions } from '../../core/policy/policy.js';
import type { BuildRequest } from '../../ports.js';
import type { Builder } from './builder.js';
import type { BuildFiles } from './built-digests.js';

/**
 * The arguments of the docker CLI but those for secrets. Values of secrets, ssh agents and entitlements are never among them.
 * Throws EnvironmentError for what the builder cannot do.
 */
export function buildArguments(request: BuildRequest, builder: Builder, files: BuildFiles): readonly string[] {
  const { dockerfile, args, target, labels, options } = request;
  if (builder === 'plain') refuseBuildxOptions(options);
  return [
    // A failed build of the legacy builder would leave its last container behind.
    ...(builder === 'buildx' ? ['buildx', 'build', '--metadata-file', files.metadata] : ['build', '--force-rm']),
    ...['--iidfile', files.id],
    ...['--file', dockerfile],
    ...Object.entries(labels).flatMap(([name, value]) => ['--label', `${name}=${value}`]),
    ...Object.entries(args).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
    ...(target === null ? [] : ['--target', target]),
    ...options.cacheFrom.flatMap((cache) => ['--cache-from', referenceOf(cache) ?? cacheText(cache)]),
    ...options.cacheTo.flatMap((cache) => ['--cache-to', cacheText(cache)]),
    // Other builders than the engine's own keep the image to themselves.
    ...(options.builder === null ? [] : ['--load']),
    ...(options.network === 'default' ? [] : ['--network', options.network]),
  ];
}

/** An image alone, which every builder takes; `null` for any other cache. */
function referenceOf({ type, attributes: [first, ...more] }: BuildCache): string | null {
  return type === 'registry' && first?.[0] === 'ref' && more.length === 0 ? first[1] : null;
}

function refuseBuildxOptions({ cacheFrom, cacheTo, builder, secrets }: BuildOptions): void {
  const asked = [
    ...(cacheFrom.every((cache) => referenceOf(cache) !== null) ? [] : ['cache_from with other than images']),
    ...(cacheTo.length === 0 ? [] : ['cache_to']),
    ...(builder === null ? [] : ['builder']),
    ...(secrets.length === 0 ? [] : ['secrets']),
  ];
  if (asked.length === 0) return;
  throw new EnvironmentError(
    `the builder at hand does not support ${asked.join(', ')} of build: that takes BuildKit by docker buildx`,
    'Install the buildx plugin (docker-buildx-plugin of Docker, docker-buildx of Debian and Ubuntu) and do not set DOCKER_BUILDKIT=0.',
  );
}
