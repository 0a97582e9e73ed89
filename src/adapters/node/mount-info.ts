import type { RootMountFacts } from '../../core/smoke/surroundings.js';

/** A line of a `mountinfo`. */
export interface MountInfo {
  /** `major:minor`. */
  readonly device: string;
  /** What of the file system is mounted, e.g. `/`. */
  readonly root: string;
  /** Where, seen from the process's root. */
  readonly point: string;
  readonly readOnly: boolean;
  readonly type: string;
  readonly superReadOnly: boolean;
  /** Of the file system, e.g. `rw`, `memory`. */
  readonly superOptions: readonly string[];
}

/** Reads `/proc/<pid>/mountinfo`; other lines are left out. https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html */
export function parseMountInfo(text: string): readonly MountInfo[] {
  return text.split('\n').flatMap((line) => parseLine(line) ?? []);
}

/** The mount at `/`, the topmost if there are several; `null` when `/` is no mount, as for a process that changed its root. */
export function rootMount(mounts: readonly MountInfo[]): RootMountFacts | null {
  const found = mounts.findLast(({ point }) => point === '/');
  if (found === undefined) return null;
  return { device: found.device, mountReadOnly: found.readOnly, superReadOnly: found.superReadOnly };
}

/** A lone hyphen ends the optional fields, of which there may be any number. */
function parseLine(line: string): MountInfo | null {
  const fields = line.split(' ');
  const [, , device, root, point, options] = fields;
  const end = fields.indexOf('-', 6);
  const [type, , superText] = end === -1 ? [] : fields.slice(end + 1);
  if (device === undefined || !/^\d+:\d+$/.test(device)) return null;
  if (root === undefined || point === undefined || point === '' || options === undefined) return null;
  if (type === undefined || superText === undefined) return null;
  const superOptions = superText.split(',');
  return {
    device,
    root: unescaped(root),
    point: unescaped(point),
    readOnly: isReadOnly(options.split(',')),
    type,
    superReadOnly: isReadOnly(superOptions),
    superOptions,
  };
}

/** The kernel writes `ro` or `rw` first; what follows is a file system's own. */
function isReadOnly([first]: readonly string[]): boolean {
  return first === 'ro';
}

/** Space, tab, line end and backslash stand as octal numbers, all else as it is. */
function unescaped(field: string): string {
  return field.replace(/\\([0-3][0-7]{2})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
