import type { Location } from '../finding.js';
import type { FileEdit, FilePosition } from '../fix.js';

/** Puts JSON text in the place of a string that stands there as JSON.stringify writes it. */
export function replaceString(location: Location, from: string, json: string): FileEdit {
  return editBetween(location, afterString(location, from), json);
}

/** Replaces what stands between two places of one file. */
export function editBetween(start: Location, end: Location, text: string): FileEdit {
  return { file: start.file, start: positionOf(start), end: positionOf(end), text };
}

/** Behind a string as JSON.stringify writes it, which is how profiles write names. */
export function afterString(location: Location, text: string): Location {
  return { ...location, column: location.column + JSON.stringify(text).length };
}

function positionOf({ line, column }: Location): FilePosition {
  return { line, column };
}
