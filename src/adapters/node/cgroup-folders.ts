import { dirname, join } from 'node:path';
import type { MountInfo } from './mount-info.js';

export type Controller = 'pids' | 'memory' | 'cpu';

/** Where the files about one controller of one cgroup are. */
export interface CgroupFolders {
  readonly version: 1 | 2;
  /** The cgroup's own folder and those above it, up to where the hierarchy is mounted. */
  readonly folders: readonly string[];
}

interface Membership {
  /** Empty for version 2, `name=systemd` for one without. */
  readonly controllers: readonly string[];
  readonly path: string;
}

/**
 * Finds a process's cgroup in the file system, by its `/proc/<pid>/cgroup`: in version 1 if the controller is there, else in
 * version 2, as both may be mounted at once. `null` when the hierarchy is not mounted or does not show that cgroup.
 * https://man7.org/linux/man-pages/man7/cgroups.7.html
 * @param mounts those of the reader
 */
export function cgroupFolders(
  cgroupFile: string,
  mounts: readonly MountInfo[],
  controller: Controller,
): CgroupFolders | null {
  const memberships = parseCgroup(cgroupFile);
  const old = memberships.find(({ controllers }) => controllers.includes(controller));
  const membership = old ?? memberships.find(({ controllers }) => controllers.length === 0);
  if (membership === undefined) return null;
  const candidates = mounts.filter(({ type, superOptions }) =>
    old === undefined ? type === 'cgroup2' : type === 'cgroup' && superOptions.includes(controller),
  );
  for (const mount of candidates.toSorted((a, b) => a.root.length - b.root.length)) {
    const below = pathBelow(mount.root, membership.path);
    if (below !== null) return { version: old === undefined ? 2 : 1, folders: upwards(mount.point, below) };
  }
  return null;
}

/** Reads `/proc/<pid>/cgroup`: number, controllers and path, of which the path alone may hold colons. */
function parseCgroup(text: string): readonly Membership[] {
  return text.split('\n').flatMap((line) => {
    const [, number, controllers = '', path = ''] = /^(\d+):([^:]*):(\/.*)$/.exec(line) ?? [];
    if (number === undefined) return [];
    return [{ controllers: controllers === '' ? [] : controllers.split(','), path }];
  });
}

/** `null` when the path is not below the root, or out of sight as `/../other` is. */
function pathBelow(root: string, path: string): string | null {
  if (path.split('/').includes('..')) return null;
  if (root === '/') return path;
  return path === root || path.startsWith(`${root}/`) ? path.slice(root.length) : null;
}

function upwards(top: string, below: string): readonly string[] {
  const folders = [];
  for (let rest = join('/', below, '.'); rest !== '/'; rest = dirname(rest)) folders.push(join(top, rest));
  return [...folders, top];
}
