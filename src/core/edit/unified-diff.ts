import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';

/** One file before and after, by its path from the folder the patch is applied in; an absolute one becomes relative to `/`. */
export interface Change {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** The change as `git apply` and `patch -p1` take it; empty when nothing changes. */
export function unifiedDiff({ file, before, after }: Change): string {
  if (before === after) return '';
  const path = file.replace(/^(?:\.?\/)+/, '');
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 });
  return formatPatch(patch, FILE_HEADERS_ONLY);
}
