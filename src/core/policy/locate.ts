import type { LineCounter } from 'yaml';
import type { Location } from '../finding.js';
import { formatPointer } from '../json-pointer.js';
import type { Path, Position } from './plain.js';

/** Which end of `key: value` is meant. What stands in a list has no key: both are the same there. */
export type Part = 'key' | 'value';

export interface Locator {
  /** Where a key or a value stands; for what is absent, the key of the nearest parent that is there. */
  locate(path: Path, part: Part): Location;
  /** The place of an offset into the text. */
  locateOffset(offset: number): Location;
  /** A scalar as it is written; `null` for anything else. */
  source(path: Path): string | null;
}

/** Finds places in a policy's text. */
export function createLocator(file: string, lines: LineCounter, positions: ReadonlyMap<string, Position>): Locator {
  const locateOffset = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  return {
    locateOffset,
    locate: (path, part) => locateOffset(offsetOf(positions, path, part)),
    source: (path) => positions.get(formatPointer(path))?.source ?? null,
  };
}

function offsetOf(positions: ReadonlyMap<string, Position>, path: Path, part: Part): number {
  for (let length = path.length; length >= 0; length--) {
    const position = positions.get(formatPointer(path.slice(0, length)));
    if (position === undefined) continue;
    return length === path.length && part === 'value' ? position.value : (position.key ?? position.value);
  }
  return 0;
}
