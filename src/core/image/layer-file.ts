import type { TarEntry } from './tar.js';

/** One entry of a layer: an archive's member without its content. All text is foreign. */
export interface LayerFile extends Omit<TarEntry, 'name' | 'take' | 'rest'> {
  /** Absolute, without a slash at the end. */
  readonly path: string;
}

/** Looks at every entry of every layer, once, layers in the order of the archive: the lowest need not come first. */
export interface LayerObserver {
  /** How many bytes of a file's beginning it wants to see; called once a file, before `saw`. */
  readonly wants: (file: LayerFile) => number;
  /** `content` is good until this returns. */
  readonly saw: (layer: string, file: LayerFile, content: Uint8Array) => void;
}

/** An archive's member as an entry of a layer. */
export function layerFile(entry: TarEntry): LayerFile {
  const { type, mode, uid, gid, size, linkName, capability } = entry;
  return { path: absolute(entry.name), type, mode, uid, gid, size, linkName, capability };
}

function absolute(name: string): string {
  const plain = name.replace(/^(?:\.?\/)+/, '').replace(/(?:\/\.?)+$/, '');
  return plain === '.' ? '/' : `/${plain}`;
}
