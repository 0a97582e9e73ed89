import { UsageError } from '../core/errors.js';
import type { BuildCache, BuildOptions, BuildSecret } from '../core/policy/policy.js';
import type { Files } from '../ports.js';
import { joined } from './load.js';

/**
 * How an image is built, with absolute paths; `folder`: what they are relative to. A local cache that is not there yet is left out of
 * what is read. Throws UsageError when a path is missing or leads out of the folder.
 */
export async function resolvedBuildOptions(files: Files, folder: string, options: BuildOptions): Promise<BuildOptions> {
  const cacheFrom: BuildCache[] = [];
  for (const cache of options.cacheFrom) {
    const source = folderOf(cache, 'src');
    if (source === null) cacheFrom.push(cache);
    else if (await isThere(files, folder, source))
      cacheFrom.push(await withFolder(files, folder, { cache, name: 'src' }));
  }
  const cacheTo: BuildCache[] = [];
  for (const cache of options.cacheTo) {
    const isLocal = folderOf(cache, 'dest') !== null;
    cacheTo.push(isLocal ? await withFolder(files, folder, { cache, name: 'dest' }) : cache);
  }
  const secrets: BuildSecret[] = [];
  for (const secret of options.secrets) {
    secrets.push(secret.kind === 'file' ? { ...secret, path: await files.resolveInside(folder, secret.path) } : secret);
  }
  return { ...options, cacheFrom, cacheTo, secrets };
}

function folderOf({ type, attributes }: BuildCache, name: string): string | null {
  return type === 'local' ? (attributes.find(([key]) => key === name)?.[1] ?? null) : null;
}

async function withFolder(
  files: Files,
  folder: string,
  { cache, name }: { readonly cache: BuildCache; readonly name: string },
): Promise<BuildCache> {
  const attributes: (readonly [string, string])[] = [];
  for (const [key, value] of cache.attributes) {
    attributes.push([key, key === name ? await resolvedOrNew(files, folder, value) : value]);
  }
  return { ...cache, attributes };
}

/** A folder that the builder is to make has to have one that is there. */
async function resolvedOrNew(files: Files, folder: string, path: string): Promise<string> {
  if (await isThere(files, folder, path)) return files.resolveInside(folder, path);
  const [, parent = '.', name = ''] = /^(?:(.*)\/)?([^/]+)\/*$/.exec(path) ?? [];
  return joined(await files.resolveInside(folder, parent), name);
}

/** Throws UsageError for a path that leads out of the folder by a link. */
async function isThere(files: Files, folder: string, path: string): Promise<boolean> {
  const [, parent = '.', name = ''] = /^(?:(.*)\/)?([^/]+)\/*$/.exec(path) ?? [];
  try {
    return (await files.list(await files.resolveInside(folder, parent))).includes(name);
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}
