/** One layer of an image, the lowest first. */
export interface ImageLayer {
  /** What the archive calls it. */
  readonly name: string;
  /** The Dockerfile instruction that made it, as its history tells; empty when it does not. Foreign text. */
  readonly instruction: string;
}

/** The texts and links of an image's archive by their paths. */
export interface ArchiveDocuments {
  readonly texts: ReadonlyMap<string, string>;
  /** Old engines write a layer that occurs twice once and link to it. */
  readonly links: ReadonlyMap<string, string>;
}

/**
 * The layers of the image in an archive, in order; `null` when the archive does not tell. Of an image for several platforms it is
 * the one for this architecture, in Go's words. Knows `manifest.json` of `docker save` and, without one, the layout of OCI.
 * Source: https://github.com/moby/docker-image-spec/blob/main/spec.md#combined-image-json--filesystem-changeset-format and
 * https://github.com/opencontainers/image-spec/blob/v1.1.0/image-layout.md
 */
export function imageLayers(documents: ArchiveDocuments, arch: string): readonly ImageLayer[] | null {
  const read = (path: string): unknown => parse(documents.texts.get(path));
  const manifest = dockerManifest(read, arch) ?? ociManifest(read, arch);
  if (manifest === null) return null;
  const history = instructions(read(manifest.config));
  return manifest.layers.map((path, index) => ({
    name: documents.links.get(path) ?? path,
    instruction: history.length === manifest.layers.length ? (history[index] ?? '') : '',
  }));
}

interface Manifest {
  readonly config: string;
  readonly layers: readonly string[];
}

type Read = (path: string) => unknown;

function dockerManifest(read: Read, arch: string): Manifest | null {
  const images = listOf(read('manifest.json')).map((image) => ({
    config: textOf(fieldOf(image, 'Config')),
    layers: listOf(fieldOf(image, 'Layers')).filter((layer) => typeof layer === 'string'),
  }));
  return images.find(({ config }) => fieldOf(read(config), 'architecture') === arch) ?? images[0] ?? null;
}

/** An index may list indexes, and beside the image what attests to it, for a platform called unknown. */
function ociManifest(read: Read, arch: string): Manifest | null {
  let found = read('index.json');
  for (let depth = 0; depth < 4; depth++) {
    const manifests = listOf(fieldOf(found, 'manifests'));
    const platforms = manifests.map((one) => ({ one, platform: fieldOf(one, 'platform') }));
    const images = platforms.filter(({ platform }) => fieldOf(platform, 'os') !== 'unknown');
    const image = (images.find(({ platform }) => fieldOf(platform, 'architecture') === arch) ?? images[0])?.one;
    if (image === undefined) break;
    found = read(blobOf(image));
  }
  const layers = listOf(fieldOf(found, 'layers')).map(blobOf);
  return layers.length === 0 ? null : { config: blobOf(fieldOf(found, 'config')), layers };
}

function blobOf(descriptor: unknown): string {
  return `blobs/${textOf(fieldOf(descriptor, 'digest')).replace(':', '/')}`;
}

/** What made each layer: entries of the history that made none are left out. */
function instructions(config: unknown): readonly string[] {
  return listOf(fieldOf(config, 'history'))
    .filter((entry) => fieldOf(entry, 'empty_layer') !== true)
    .map((entry) => instructionOf(textOf(fieldOf(entry, 'created_by'))) || textOf(fieldOf(entry, 'comment')));
}

/**
 * An entry of the history as it stood in the Dockerfile. The old builder writes what it ran, BuildKit the instruction; both put
 * build arguments before it, `|1 NAME=value`.
 */
function instructionOf(createdBy: string): string {
  const text = createdBy.replace(/\s+# buildkit$/, '').trim();
  const made = /^\/bin\/sh -c #\(nop\)\s+([^]*)$/.exec(text)?.[1];
  if (made !== undefined) return made;
  const run = /^(?:RUN )?(?:\|\d+ [^]*? )?\/bin\/sh -c ([^]*)$/.exec(text)?.[1];
  return run === undefined ? text : `RUN ${run}`;
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
