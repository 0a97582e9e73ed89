import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Cache } from '../../ports.js';
import { cacheFolder } from './cache-folder.js';

/** Where the cache is looked for. */
export interface CachePlace {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the working folder. */
  readonly workingFolder: string;
  /** The file of the running program: what another version kept is not read. */
  readonly program: string;
}

/**
 * The cache of this user: TIGHTFIT_CACHE_DIR, else `tightfit` in XDG_CACHE_HOME or `~/.cache`. `null` where there is no such place, or where
 * it is in the working folder: a checkout holds what others wrote. It is looked for when it is first asked.
 */
export function userCache(place: CachePlace): Cache {
  let found: Promise<Cache | null> | null = null;
  const cache = (): Promise<Cache | null> => (found ??= openCache(place).catch(() => null));
  return {
    read: async (key) => (await cache())?.read(key) ?? null,
    keep: async (key, text) => (await cache())?.keep(key, text),
  };
}

async function openCache({ environment, workingFolder, program }: CachePlace): Promise<Cache | null> {
  const folder = folderOf(environment, workingFolder);
  if (folder === null) return null;
  const place = await realPlace(folder);
  const checkouts = [workingFolder, environment['GITHUB_WORKSPACE'] ?? ''].filter((path) => path !== '');
  for (const checkout of checkouts) if (isInside(await realPlace(checkout), place)) return null;
  const reader = createHash('sha256')
    .update(await readFile(program))
    .digest('hex');
  return cacheFolder(folder, reader);
}

/** The specification wants absolute paths alone: https://specifications.freedesktop.org/basedir-spec/latest/ */
function folderOf(environment: CachePlace['environment'], workingFolder: string): string | null {
  const chosen = environment['TIGHTFIT_CACHE_DIR'] ?? '';
  if (chosen !== '') return resolve(workingFolder, chosen);
  const home = environment['HOME'] ?? '';
  const base = [environment['XDG_CACHE_HOME'] ?? '', home === '' ? '' : join(home, '.cache')].find(isAbsolute);
  return base === undefined ? null : join(base, 'tightfit');
}

/** Links followed as far as the path is there. */
async function realPlace(path: string): Promise<string> {
  const above = dirname(path);
  try {
    return await realpath(path);
  } catch (error) {
    if (above === path) throw error;
    return join(await realPlace(above), relative(above, path));
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith('../') && !isAbsolute(way));
}
