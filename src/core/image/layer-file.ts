import type { TarEntry } from './tar.js';

/** One entry of a layer. All text is foreign. */
export interface LayerFile {
  /** Absolute, without a slash at the end. */
  readonly path: string;
  readonly type: TarEntry['type'];
  /** Permission bits with setuid, setgid and sticky. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes. */
  readonly size: number;
  /** Where a link leads, as written; empty for what is none. */
  readonly linkName: string;
  /** The value of the attribute `security.capability`; `null` without one. */
  readonly capability: Uint8Array | null;
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
