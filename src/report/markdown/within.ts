import { utf8Length } from '../escape/neutralize.js';

/** What may be cut to fit, and how the reader learns of it. */
export interface Cuttable {
  readonly parts: readonly string[];
  /** Bytes of UTF-8 that the parts may take, each with its line feed. */
  readonly budget: number;
  /** Stands in place of so many parts that were cut. */
  readonly more: (cut: number) => string;
}

/** As many parts as fit, then a line that says how many did not. */
export function within({ parts, budget, more }: Cuttable): readonly string[] {
  let bytes = 0;
  const overflow = parts.findIndex((part) => (bytes += utf8Length(part) + 1) > budget);
  return overflow === -1 ? parts : [...parts.slice(0, overflow), more(parts.length - overflow)];
}
