import { EnvironmentError } from '../errors.js';
import type { LayerFile, LayerObserver } from './layer-file.js';
import { evidenceOf, notable, type NotableFile } from './notable.js';

/** What has to be kept of a layer to tell what it adds, hides and changes. */
export interface LayerDigest {
  readonly notable: ReadonlyMap<string, NotableFile>;
  /** Every path that is no folder. */
  readonly leaves: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** Paths of lower layers that are gone from here on. */
  readonly removed: ReadonlySet<string>;
  /** Folders of which nothing from lower layers is there any more. */
  readonly emptied: ReadonlySet<string>;
}

interface GrowingDigest extends LayerDigest {
  readonly notable: Map<string, NotableFile>;
  readonly leaves: Set<string>;
  readonly folders: Set<string>;
  readonly removed: Set<string>;
  readonly emptied: Set<string>;
}

/** UTF-16 units of all paths: some 700,000 files, and 100 MiB of memory. */
const PATHS_KEPT = 40_000_000;

/** Digests the layers of an image as they are shown. */
export class LayerDigests implements LayerObserver {
  readonly #layers = new Map<string, GrowingDigest>();
  #left = PATHS_KEPT;

  readonly wants = evidenceOf;

  /** Throws EnvironmentError when there are more files than memory is meant for. */
  readonly saw = (layer: string, file: LayerFile, content: Uint8Array): void => {
    this.#left -= file.path.length;
    if (this.#left < 0) throw tooManyFiles();
    add(this.#layer(layer), file, content);
  };

  /** Of a layer by its name; an empty one is never shown. */
  of(layer: string): LayerDigest {
    return this.#layers.get(layer) ?? newDigest();
  }

  #layer(name: string): GrowingDigest {
    const layer = this.#layers.get(name) ?? newDigest();
    this.#layers.set(name, layer);
    return layer;
  }
}

/** Names that stand for the absence of a file. Source: https://github.com/opencontainers/image-spec/blob/v1.1.0/layer.md#whiteouts */
const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';

function add(layer: GrowingDigest, file: LayerFile, content: Uint8Array): void {
  const { path, type } = file;
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  if (name === OPAQUE) layer.emptied.add(path.slice(0, slash) || '/');
  else if (name.startsWith(WHITEOUT)) layer.removed.add(`${path.slice(0, slash + 1)}${name.slice(WHITEOUT.length)}`);
  else {
    (type === 'folder' ? layer.folders : layer.leaves).add(path);
    const found = notable(file, content);
    if (found === null) layer.notable.delete(path);
    else layer.notable.set(path, found);
  }
}

function newDigest(): GrowingDigest {
  return { notable: new Map(), leaves: new Set(), folders: new Set(), removed: new Set(), emptied: new Set() };
}

function tooManyFiles(): EnvironmentError {
  return new EnvironmentError(
    'the image has more files than are looked at',
    'Split it, or leave out what it does not need.',
  );
}
