import type { LayerFile, LayerObserver } from '../image/layer-file.js';

/** Bytes of the largest file that is looked at. */
const LARGEST = 48 << 20;

const LIBRARY = /\.so(?:\.[\w.]+)?$/;

/** A file of one layer that is a program or library by its name or mode, or a link. */
export interface ProgramFile<Facts> {
  readonly layer: string;
  readonly path: string;
  /** Where a link leads, as written; empty for what is none. */
  readonly linkName: string;
  /** `null` for a file too large to look at, or that is neither a program nor a library. */
  readonly facts: Facts | null;
}

/** Looks at every program and library of an image: what was executed may be a link to any of them. */
export class ProgramFiles<Facts> implements LayerObserver {
  readonly found: ProgramFile<Facts>[] = [];
  readonly #look: (path: string, bytes: Uint8Array) => Facts | null;

  constructor(look: (path: string, bytes: Uint8Array) => Facts | null) {
    this.#look = look;
  }

  readonly wants = ({ path, size, mode }: LayerFile): number => {
    return size <= LARGEST && (LIBRARY.test(path) || (mode & 0o111) !== 0) ? size : 0;
  };

  readonly saw = (layer: string, { path, type, linkName }: LayerFile, content: Uint8Array): void => {
    if (type === 'link') this.found.push({ layer, path, linkName, facts: null });
    else if (content.length > 0) this.found.push({ layer, path, linkName: '', facts: this.#look(path, content) });
  };
}
