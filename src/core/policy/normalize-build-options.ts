import { quote } from '../excerpt.js';
import { parseBuildCache } from './build-cache.js';
import type { Cursor } from './cursor.js';
import { insideFolder } from './inside-folder.js';
import { refused, type Parsed } from './mistake.js';
import type { BuildOptions, BuildSecret } from './policy.js';
import type * as Written from './written.generated.js';

type WrittenBuild = Exclude<Written.Build, string>;

/** How a build is made; the cursor is at `build`. */
export function normalizeBuildOptions(build: WrittenBuild, at: Cursor): BuildOptions {
  return {
    cacheFrom: at.in('cache_from').takeEach(listOf(build.cache_from), (text) => parseBuildCache(text, 'from')),
    cacheTo: at.in('cache_to').takeEach(listOf(build.cache_to), (text) => parseBuildCache(text, 'to')),
    builder: build.builder ?? null,
    secrets: normalizeSecrets(build.secrets ?? {}, at.in('secrets')),
    network: at.in('network').take(parseNetwork(build.network ?? 'default'), 'default'),
  };
}

function listOf(written: string | readonly string[] | undefined): readonly string[] {
  return written === undefined ? [] : typeof written === 'string' ? [written] : written;
}

function normalizeSecrets(written: NonNullable<WrittenBuild['secrets']>, at: Cursor): readonly BuildSecret[] {
  return Object.entries(written).map(([id, { file, environment = '' }]): BuildSecret => {
    if (file !== undefined) return { id, kind: 'file', path: at.in(id, 'file').take(insideFolder(file), '.') };
    return { id, kind: 'environment', variable: at.in(id, 'environment').take(parseVariable(environment), '') };
  });
}

/** The runner gives these to every action, and a policy may be a stranger's. */
function parseVariable(name: string): Parsed<string> {
  if (!/^(?:ACTIONS|INPUT)_/i.test(name)) return { value: name };
  return refused(
    `${quote(name)} is the runner's own, which no build may read`,
    'Pass a token made for this build by env, under a name of its own.',
  );
}

function parseNetwork(text: string): Parsed<BuildOptions['network']> {
  if (text === 'default' || text === 'none') return { value: text };
  if (text !== 'host') return refused(`the network of a build is ${quote(text)}`, 'Write default or none.');
  return refused(
    "a build in the host's network reaches every service that listens on the machine",
    'Write default, or none for a build without a network.',
  );
}
