import type { ServiceResult } from '../../core/result.js';
import { contentCounts, contentGroups } from '../facts/contents.js';
import { element, NOTHING, type Html } from './element.js';
import { folded } from './folded.js';
import { table } from './table.js';

/** Paths of one kind that are named; the JSON report has all. */
const PATHS = 20;

/** What is in the image, folded away; nothing when it was not read. */
export function imageContents({ contents }: ServiceResult): Html {
  if (contents === null) return NOTHING;
  const rows = contentGroups(contents).map(({ what, paths, from }) => [
    what,
    `${paths.slice(0, PATHS).join(', ')}${paths.length > PATHS ? ` and ${paths.length - PATHS} more` : ''}`,
    from,
  ]);
  return folded(
    `In the image: ${contentCounts(contents)}`,
    rows.length === 0
      ? element('p', {}, 'Nothing to look at.')
      : table('In the image', ['What', 'Where', 'From'], rows),
  );
}
