import type { RunOptions, Tmpfs, Volume } from '../policy/policy.js';
import { parseSize } from '../policy/size.js';
import type { Change, Sides } from './difference.js';
import { changed, membership, scaled, switched } from './scale.js';

/** Host folders, volumes and tmpfs. A place to write is only a grant where the root file system was none and stays none. */
export function mountDifferences({ before, after }: Sides<RunOptions>): readonly Change[] {
  const gained = before.readOnly && after.readOnly ? 'looser' : 'changed';
  const places = membership({
    aspect: 'mount',
    before: scratchPlaces(before),
    after: scratchPlaces(after),
    gained,
    absent: 'not mounted',
    present: 'mounted',
  });
  return [...bindDifferences({ before, after }), ...places, ...tmpfsDifferences({ before, after })];
}

function scratchPlaces({ tmpfs, volumes }: RunOptions): readonly string[] {
  const anonymous = volumes.filter(({ kind }) => kind === 'anonymous');
  return [...tmpfs.map(({ path }) => `tmpfs ${path}`), ...anonymous.map(({ target }) => `volume ${target}`)];
}

type Bind = Extract<Volume, { readonly kind: 'bind' }>;

/** A folder of the host mounted elsewhere, or another one in its place, is one gone and one new. */
function bindDifferences({ before, after }: Sides<RunOptions>): readonly Change[] {
  const [old, now] = [bindsOf(before), bindsOf(after)];
  const kept = [...now].flatMap(([name, { readOnly }]) => {
    const earlier = old.get(name);
    if (earlier === undefined) return [];
    const option = { aspect: 'mount' as const, name: `${name} read-only`, before: earlier.readOnly, after: readOnly };
    return switched(option, false);
  });
  const added = membership({
    aspect: 'mount',
    before: [...old.keys()],
    after: [...now.keys()],
    gained: 'looser',
    absent: 'not mounted',
    present: 'mounted',
  });
  return [...added, ...kept];
}

function bindsOf({ volumes }: RunOptions): ReadonlyMap<string, Bind> {
  const binds = volumes.filter((volume) => volume.kind === 'bind');
  return new Map(binds.map((bind) => [`${bind.source} at ${bind.target}`, bind]));
}

function tmpfsDifferences({ before, after }: Sides<RunOptions>): readonly Change[] {
  return after.tmpfs.flatMap((mount) => {
    const earlier = before.tmpfs.find(({ path }) => path === mount.path);
    return earlier === undefined ? [] : optionDifferences(mount.path, { before: earlier, after: mount });
  });
}

/** Docker's own options, unless the opposite is asked for: https://github.com/moby/moby/blob/v28.2.2/daemon/oci_linux.go */
const TIGHT_FLAGS = ['noexec', 'nosuid', 'nodev'] as const;

function optionDifferences(path: string, { before, after }: Sides<Tmpfs>): readonly Change[] {
  const name = `tmpfs ${path}`;
  const aspect = 'mount' as const;
  const flags = TIGHT_FLAGS.flatMap((flag) =>
    switched({ aspect, name: `${name} ${flag}`, before: holds(before, flag), after: holds(after, flag) }, false),
  );
  const size = { aspect, name: `${name} size`, before: sizeOf(before), after: sizeOf(after), say: sayBytes };
  const rest = {
    aspect,
    name: `${name} options`,
    before: otherOptions(before),
    after: otherOptions(after),
    say: String,
  };
  const writable = { aspect, name: `${name} read-only`, before: holds(before, 'ro'), after: holds(after, 'ro') };
  return [
    ...switched(writable, false),
    ...flags,
    ...scaled(size, (bytes) => bytes ?? Infinity),
    ...changed({ ...rest, say: (options) => (options === '' ? 'none' : options) }),
  ];
}

/** The last of a flag and its opposite counts. */
function holds({ options }: Tmpfs, flag: string): boolean {
  const opposite = flag === 'ro' ? 'rw' : flag.slice('no'.length);
  const last = options.split(',').findLast((option) => option === flag || option === opposite);
  return last === undefined ? flag !== 'ro' : last === flag;
}

function sizeOf({ options }: Tmpfs): number | null {
  const written = options.split(',').findLast((option) => option.startsWith('size='));
  return written === undefined ? null : parseSize(written.slice('size='.length));
}

function sayBytes(bytes: number | null): string {
  return bytes === null ? 'half of memory' : `${bytes} bytes`;
}

const WEIGHED = /^(?:(?:no)?(?:exec|suid|dev)|r[ow]|size=.*|)$/;

function otherOptions({ options }: Tmpfs): string {
  return options
    .split(',')
    .filter((option) => !WEIGHED.test(option))
    .sort()
    .join(',');
}
