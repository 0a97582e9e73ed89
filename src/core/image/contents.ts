import type { Capability } from '../capability/names.js';

/** What is in an image, read without running it. Layers count from 1, the lowest. Plain JSON; all text is foreign. */
export interface ImageContents {
  readonly layers: readonly LayerRow[];
  /** How many there are of each; at most 200 of them are listed. */
  readonly counts: ContentCounts;
  readonly privileged: readonly PrivilegedFile[];
  readonly worldWritable: readonly WritablePath[];
  readonly secrets: readonly SecretFile[];
  /** Those of root's number, and those one can log in to. */
  readonly accounts: readonly Account[];
  readonly programs: readonly Program[];
}

/** What made a layer, as the image's history tells it: its Dockerfile instruction; empty when it does not. */
export interface LayerRow {
  readonly instruction: string;
}

export interface ContentCounts {
  /** Of all layers, whatever is removed or replaced later. */
  readonly files: number;
  readonly privileged: number;
  readonly worldWritable: number;
  readonly secrets: number;
  readonly accounts: number;
  readonly programs: number;
}

/** A file whose execution may bring privilege. */
export interface PrivilegedFile {
  readonly path: string;
  readonly layer: number;
  readonly uid: number;
  readonly gid: number;
  /** Octal, e.g. `4755`. */
  readonly mode: string;
  readonly setuid: boolean;
  readonly setgid: boolean;
  /** Permitted by its file capabilities, in bit order. */
  readonly capabilities: readonly Capability[];
  /** Whether these are effective at once; then it cannot be executed unless the bounding set has them all. */
  readonly effective: boolean;
}

/** A file that everybody may write to, or a folder where everybody may replace what others made. */
export interface WritablePath {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly layer: number;
}

export interface SecretFile {
  readonly path: string;
  /** What it looks like, e.g. `private key`. */
  readonly kind: string;
  readonly layer: number;
  /** The layer that removes or replaces it: whoever has the image can still read it; `null` when it is there. */
  readonly removedIn: number | null;
}

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly shell: string;
  /** The layer that wrote the list of accounts. */
  readonly layer: number;
}

export interface Program {
  readonly path: string;
  readonly kind: 'shell' | 'package manager';
  readonly layer: number;
}
