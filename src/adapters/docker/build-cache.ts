import type { BuildOptions } from '../../core/policy/policy.js';
import { pickEnvironment, type Environment } from './cli.js';

const TOKEN = 'ACTIONS_RUNTIME_TOKEN';

/** What buildx reads to reach GitHub's cache. https://github.com/docker/buildx/blob/v0.29.1/util/buildflags/cache.go (addGithubToken) */
const GITHUB_CACHE = ['ACTIONS_CACHE_URL', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_SERVICE_V2', TOKEN];

/** What a build gets so that it can use GitHub's cache. */
export interface CachePassing {
  readonly environment: Readonly<Record<string, string>>;
  /** To be masked wherever the builder writes them. */
  readonly values: readonly string[];
  /** What to say about a cache that cannot be used; `null` when there is nothing to say. */
  readonly remark: string | null;
}

/** The runner's variables, where a build names GitHub's cache and nowhere else. */
export function passCache({ cacheFrom, cacheTo }: BuildOptions, environment: Environment): CachePassing {
  if (![...cacheFrom, ...cacheTo].some(({ type }) => type === 'gha'))
    return { environment: {}, values: [], remark: null };
  const passed = pickEnvironment(environment, GITHUB_CACHE);
  const token = passed[TOKEN] ?? '';
  const remark =
    token === ''
      ? `type=gha is left out: ${TOKEN} is not set, so this is not a step of an action on a GitHub runner`
      : null;
  return { environment: passed, values: token === '' ? [] : [token], remark };
}
