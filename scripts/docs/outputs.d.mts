/** Lines of what a command prints. */
export interface Excerpt {
  /** The first line shown begins with this, white space aside; `null`: the first. */
  readonly from: string | null;
  /** The first line no longer shown begins with this; `null`: none. */
  readonly until: string | null;
}

/** A place in a document that shows what a command prints. */
export interface Quoted {
  /** The words after `tightfit`; after `$ ` a line for a shell. */
  readonly command: string;
  /** Each is searched for after the one before it. */
  readonly excerpts: readonly Excerpt[];
  /** The command takes minutes. */
  readonly isSeldom: boolean;
  /** Where the quoted lines begin in the document. */
  readonly start: number;
  /** Where they end. */
  readonly end: number;
}

export function quotedOutputs(text: string): Quoted[];
export function shownLines(quoted: Quoted, printed: string): string;
export function lasting(lines: string): string;
