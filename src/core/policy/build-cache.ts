import { quote } from '../excerpt.js';
import { insideFolder } from './inside-folder.js';
import { refused, type Parsed } from './mistake.js';
import type { BuildCache } from './policy.js';

/** Which way a cache goes. */
export type CacheDirection = 'from' | 'to';

/** The kinds of caches that need no credential in the policy, by direction. */
const TYPES: Readonly<Record<CacheDirection, readonly string[]>> = {
  from: ['gha', 'local', 'registry'],
  to: ['gha', 'inline', 'local', 'registry'],
};

/** What would be a credential, by the backends that take one. https://docs.docker.com/build/cache/backends/ */
const CREDENTIALS = ['token', 'access_key_id', 'secret_access_key', 'session_token', 'account_key'];

/** The attribute of a local cache that is a folder. */
const FOLDERS: Readonly<Record<CacheDirection, string>> = { from: 'src', to: 'dest' };

/**
 * Reads a cache as Compose and buildx write it: `type=gha,scope=web`, or a reference alone for an image of a registry.
 * https://github.com/compose-spec/compose-spec/blob/main/build.md#cache_from
 */
export function parseBuildCache(text: string, direction: CacheDirection): Parsed<BuildCache> {
  if (!text.includes('=')) return { value: { type: 'registry', attributes: [['ref', text]] } };
  const pairs = text.split(',').map(pairOf);
  const odd = pairs.find(([name, value]) => !/^[a-z][a-z0-9_-]*$/.test(name) || /["\s]/.test(value) || value === '');
  if (odd !== undefined) return refused(`the cache ${quote(text)} has ${quote(odd.join('='))}`, 'Write NAME=VALUE.');
  const type = pairs.find(([name]) => name === 'type')?.[1] ?? '';
  const attributes = pairs.filter(([name]) => name !== 'type');
  if (!TYPES[direction].includes(type)) {
    return refused(
      `the cache ${quote(text)} has the type ${quote(type)}, expected ${TYPES[direction].join(', ')}`,
      'Use one of them.',
    );
  }
  const credential = attributes.find(([name]) => CREDENTIALS.includes(name))?.[0];
  if (credential !== undefined) {
    return refused(`the cache holds a credential, ${credential}, and a policy is public`, `Remove ${credential}.`);
  }
  return withFolder({ type, attributes }, direction);
}

function pairOf(text: string): readonly [string, string] {
  const sign = text.indexOf('=');
  return sign === -1 ? [text, ''] : [text.slice(0, sign), text.slice(sign + 1)];
}

/** A local cache is a folder of the policy's. */
function withFolder(cache: BuildCache, direction: CacheDirection): Parsed<BuildCache> {
  if (cache.type !== 'local') return { value: cache };
  const name = FOLDERS[direction];
  const folder = cache.attributes.find(([key]) => key === name)?.[1];
  if (folder === undefined) return refused(`the local cache names no ${name}`, `Add ${name}=FOLDER.`);
  const inside = insideFolder(folder);
  return 'mistake' in inside ? inside : { value: cache };
}
