import type { ImageContents, PrivilegedFile, SecretFile } from '../../core/image/contents.js';
import { layerWords } from '../../core/image/contents-subject.js';
import { count } from './wording.js';

/** Things of one kind in an image that one layer brought. Foreign text. */
export interface ContentGroup {
  /** e.g. `setuid`, `NET_RAW`, `private key, removed in layer 5`. */
  readonly what: string;
  readonly paths: readonly string[];
  /** `layer 2: RUN apt-get install …`. */
  readonly from: string;
}

/** How much of everything there is: `6139 files in 7 layers, 11 setuid or setgid, 2 with capabilities`. */
export function contentCounts({ layers, counts, privileged, programs }: ImageContents): string {
  const capable = privileged.filter(({ capabilities }) => capabilities.length > 0).length;
  const shells = programs.filter(({ kind }) => kind === 'shell').length;
  const parts: readonly (readonly [number, string])[] = [
    [counts.privileged - capable, `${counts.privileged - capable} setuid or setgid`],
    [capable, `${capable} with capabilities`],
    [counts.worldWritable, count(counts.worldWritable, 'world-writable path')],
    [counts.secrets, count(counts.secrets, 'secret')],
    [counts.accounts, `${count(counts.accounts, 'account')} with a shell`],
    [shells, count(shells, 'shell')],
    [counts.programs - shells, count(counts.programs - shells, 'package manager')],
  ];
  const found = parts.flatMap(([number, words]) => (number > 0 ? [words] : []));
  return [`${count(counts.files, 'file')} in ${count(layers.length, 'layer')}`, ...found].join(', ');
}

/** What is worth a look, by kind and layer: the worst kind first, of each the uppermost layer, which is the image's own. */
export function contentGroups(contents: ImageContents): readonly ContentGroup[] {
  const rows = [
    ...contents.privileged.map((file) => ({ what: privilegeOf(file), path: file.path, layer: file.layer })),
    ...contents.secrets.map((file) => ({ what: secretOf(file), path: file.path, layer: file.layer })),
    ...contents.accounts.filter(isExtraRoot).map(({ name, layer }) => ({ what: 'root account', path: name, layer })),
    ...contents.worldWritable.map(({ path, layer }) => ({ what: 'world-writable', path, layer })),
  ];
  const groups = new Map<string, { what: string; layer: number; paths: string[] }>();
  for (const { what, path, layer } of rows) {
    const key = `${what} ${layer}`;
    const group = groups.get(key) ?? { what, layer, paths: [] };
    group.paths.push(path);
    groups.set(key, group);
  }
  const kinds = [...new Set(rows.map(({ what }) => what))];
  return [...groups.values()]
    .sort((a, b) => kinds.indexOf(a.what) - kinds.indexOf(b.what) || b.layer - a.layer)
    .map(({ what, paths, layer }) => ({ what, paths, from: layerWords(contents, layer) }));
}

function privilegeOf({ setuid, setgid, uid, capabilities }: PrivilegedFile): string {
  const bits = [
    ...(setuid ? [uid === 0 ? 'setuid root' : `setuid ${uid}`] : []),
    ...(setgid ? ['setgid'] : []),
    ...capabilities,
  ];
  return bits.join(', ');
}

function secretOf({ kind, removedIn }: SecretFile): string {
  return removedIn === null ? kind : `${kind}, gone from layer ${removedIn} on`;
}

function isExtraRoot({ name, uid }: ImageContents['accounts'][number]): boolean {
  return uid === 0 && name !== 'root';
}
