import type { LayerDigest } from './layer-digest.js';
import type { NotableFile } from './notable.js';

/** A notable file of one layer, and what becomes of it above. */
export interface StackedFile extends NotableFile {
  /** From 1, the lowest. */
  readonly layer: number;
  /** The first layer above that removes or replaces it; `null` when it is there in the end. */
  readonly hiddenIn: number | null;
}

/** Every notable file of every layer, lowest layer first. */
export function stackedFiles(layers: readonly LayerDigest[]): readonly StackedFile[] {
  return layers.flatMap((layer, index) =>
    [...layer.notable.values()].map((found) => ({
      ...found,
      layer: index + 1,
      hiddenIn: hidingLayer(layers, index, found.file.path),
    })),
  );
}

/** How many files and folders the layers hold together. */
export function countFiles(layers: readonly LayerDigest[]): number {
  return layers.reduce((sum, { leaves, folders }) => sum + leaves.size + folders.size, 0);
}

function hidingLayer(layers: readonly LayerDigest[], index: number, path: string): number | null {
  const folders = foldersAbove(path);
  for (let above = index + 1; above < layers.length; above++) {
    const layer = layers[above];
    if (layer !== undefined && hides(layer, path, folders)) return above + 1;
  }
  return null;
}

function hides({ leaves, folders, removed, emptied }: LayerDigest, path: string, above: readonly string[]): boolean {
  if (leaves.has(path) || folders.has(path) || removed.has(path)) return true;
  return above.some((folder) => removed.has(folder) || emptied.has(folder) || leaves.has(folder));
}

function foldersAbove(path: string): readonly string[] {
  const names = path.split('/');
  return names.slice(0, -1).map((_, index) => names.slice(0, index + 1).join('/') || '/');
}
