import { compareText } from '../finding.js';
import { accountsOf } from './accounts.js';
import type { ImageContents, PrivilegedFile, Program, SecretFile, WritablePath } from './contents.js';
import { fileCapabilities } from './file-capability.js';
import type { ImageLayer } from './image-index.js';
import type { LayerDigests } from './layer-digest.js';
import { isSetgid, isSetuid } from './notable.js';
import { countFiles, stackedFiles, type StackedFile } from './stacked.js';

/** Rows of each kind that are listed. */
const LISTED = 200;

/** What an image holds, once all of it was seen and the order of its layers is known. */
export function imageContents(layers: readonly ImageLayer[], digests: LayerDigests): ImageContents {
  const stack = layers.map(({ name }) => digests.of(name));
  const files = stackedFiles(stack);
  const present = files.filter(({ hiddenIn }) => hiddenIn === null);
  const found = {
    privileged: present
      .filter(({ isPrivileged }) => isPrivileged)
      .map(privilegedFile)
      .filter(bringsPrivilege),
    worldWritable: present.filter(({ isWorldWritable }) => isWorldWritable).map(writablePath),
    secrets: secretFiles(files),
    accounts: accountsOf(present.find(({ accounts }) => accounts !== null)),
    programs: present.flatMap(program),
  };
  return {
    layers: layers.map(({ instruction }) => ({ instruction })),
    counts: {
      files: countFiles(stack),
      privileged: found.privileged.length,
      worldWritable: found.worldWritable.length,
      secrets: found.secrets.length,
      accounts: found.accounts.length,
      programs: found.programs.length,
    },
    privileged: found.privileged.sort(worstFirst).slice(0, LISTED),
    worldWritable: found.worldWritable.sort(byPath).slice(0, LISTED),
    secrets: found.secrets.sort(byPath).slice(0, LISTED),
    accounts: found.accounts.slice(0, LISTED),
    programs: found.programs.sort(byPath).slice(0, LISTED),
  };
}

function privilegedFile({ file, layer }: StackedFile): PrivilegedFile {
  const { path, uid, gid, mode, capability } = file;
  const capabilities = capability === null ? null : fileCapabilities(capability);
  return {
    path,
    layer,
    uid,
    gid,
    mode: mode.toString(8).padStart(4, '0'),
    setuid: isSetuid(mode),
    setgid: isSetgid(mode),
    capabilities: capabilities?.permitted ?? [],
    effective: capabilities?.effective ?? false,
  };
}

/** An attribute may be empty, or none that the kernel takes. */
function bringsPrivilege({ setuid, setgid, capabilities }: PrivilegedFile): boolean {
  return setuid || setgid || capabilities.length > 0;
}

/** What makes root first, then what brings capabilities, then the rest; of each the uppermost layer, which is the image's own. */
function worstFirst(a: PrivilegedFile, b: PrivilegedFile): number {
  return rank(a) - rank(b) || b.layer - a.layer || byPath(a, b);
}

function rank({ setuid, uid, capabilities }: PrivilegedFile): number {
  if (setuid && uid === 0) return 0;
  if (capabilities.length > 0) return 1;
  return setuid ? 2 : 3;
}

function writablePath({ file, layer }: StackedFile): WritablePath {
  return { path: file.path, kind: file.type === 'folder' ? 'folder' : 'file', layer };
}

/** One row a path: as it is in the end, or where it was last. */
function secretFiles(files: readonly StackedFile[]): SecretFile[] {
  const secrets = new Map<string, SecretFile>();
  for (const { file, secret, layer, hiddenIn } of files) {
    if (secret !== null) secrets.set(file.path, { path: file.path, kind: secret, layer, removedIn: hiddenIn });
  }
  return [...secrets.values()];
}

function program({ file, program: kind, layer }: StackedFile): Program[] {
  return kind === null ? [] : [{ path: file.path, kind, layer }];
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return compareText(a.path, b.path);
}
