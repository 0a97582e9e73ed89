import { mountTarget } from '../policy/mount-target.js';

/** One difference between a container's file system and its image's, as an engine tells it. */
export interface WrittenPath {
  readonly path: string;
  readonly kind: 'added' | 'modified' | 'deleted';
  /** Of a modified path: whether it is a folder. */
  readonly folder: boolean;
}

/** Where a service has to be able to write once its root is read-only. */
export interface WritablePaths {
  /** Folders whose content nobody misses after a restart. */
  readonly tmpfs: readonly string[];
  /** Folders that hold data, or that the image fills. */
  readonly volumes: readonly string[];
  /** Folders of programs and configuration: a service that writes there can change itself. Not given at first. */
  readonly system: readonly string[];
  /** The service makes files in the root itself, where nothing can be mounted. */
  readonly root: boolean;
}

const PASSING = /^\/(?:run|tmp|var\/(?:run|tmp|log|lock|cache))(?:\/|$)/;
const SYSTEM = /^\/(?:bin|boot|etc|lib|lib32|lib64|sbin|usr)(?:\/|$)/;

/** What the engine itself mounts or makes. */
const ENGINES_OWN = /^\/(?:dev|proc|sys)(?:\/|$)|^\/etc\/(?:hosts|hostname|resolv\.conf|mtab)$|^\/\.dockerenv$/;

/** The folders a service wrote to, outermost only, without those that are mounted anyway. */
export function writablePaths(written: readonly WrittenPath[], mounted: readonly string[]): WritablePaths {
  const folders = written
    .filter(({ path }) => !ENGINES_OWN.test(path))
    .flatMap((change) => folderOf(change, written))
    .filter((folder) => !mounted.some((mount) => isWithin(folder, mount)));
  const outermost = [...new Set(folders)]
    .filter((folder) => folder === '/' || isMountable(folder))
    .filter((folder, _, all) => !all.some((other) => other !== '/' && other !== folder && isWithin(folder, other)))
    .sort();
  const places = outermost.filter((folder) => folder !== '/');
  return {
    tmpfs: places.filter((folder) => PASSING.test(folder)),
    volumes: places.filter((folder) => !PASSING.test(folder) && !SYSTEM.test(folder)),
    system: places.filter((folder) => SYSTEM.test(folder)),
    root: outermost.includes('/'),
  };
}

/**
 * The folder that has to be writable for one change: where something was made or removed, or the file's own. A folder that only
 * says "modified" and shows changes inside is no news; one that shows none had something made and removed in it.
 */
function folderOf({ path, kind, folder }: WrittenPath, all: readonly WrittenPath[]): readonly string[] {
  if (kind !== 'modified' || !folder) return [parentOf(path)];
  return all.some((other) => other.path !== path && isWithin(other.path, path)) ? [] : [path];
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

/** Whether a path is a folder or inside of it. */
function isWithin(path: string, folder: string): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}

function isMountable(folder: string): boolean {
  return !/[:\p{C}]/u.test(folder) && !('mistake' in mountTarget(folder));
}
