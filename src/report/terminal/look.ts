/** Colours of a terminal, or none. Every function keeps the text itself. `createColors()` of picocolors is one. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** How terminal text is to look. */
export interface Look {
  readonly palette: Palette;
  /** Columns to wrap at; findings stay on one line each, so that editors and `grep` find them. */
  readonly width: number;
}

/** For files and pipes. */
export const PLAIN: Palette = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };

function same(text: string): string {
  return text;
}
