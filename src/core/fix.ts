/** A place inside a file. Lines and columns count from 1, columns in UTF-16 units, as in a finding's location. */
export interface FilePosition {
  readonly line: number;
  readonly column: number;
}

/** Replaces what stands from `start` up to, not including, `end`; an insertion has both at one place. */
export interface FileEdit {
  /** As findings name it. */
  readonly file: string;
  readonly start: FilePosition;
  readonly end: FilePosition;
  readonly text: string;
}

/** A change that answers a finding and leaves the author nothing to decide. Plain JSON. */
export interface Fix {
  /** What it does, as an order: `Remove the second "read".` */
  readonly title: string;
  /** To be made all or none; they do not overlap. Empty: the title says what to do, and a person has to. */
  readonly edits: readonly FileEdit[];
}
