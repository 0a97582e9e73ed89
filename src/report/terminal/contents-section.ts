import type { ServiceResult } from '../../core/result.js';
import { inline } from '../escape/neutralize.js';
import { contentCounts, contentGroups } from '../facts/contents.js';
import type { Look } from './look.js';
import { table } from './table.js';
import { wrap } from './wrap.js';

/** Groups listed, and paths of one; the JSON report has all. */
const GROUPS = 12;
const PATHS = 8;

/** What is in the image: how much, and what is worth a look with the layer it is from. */
export function contentsSection({ contents }: ServiceResult, { palette, width }: Look): readonly string[] {
  if (contents === null) return [];
  const groups = contentGroups(contents);
  const rows = groups.slice(0, GROUPS).map(({ what, paths, from }) => {
    const more = paths.length > PATHS ? ` and ${paths.length - PATHS} more` : '';
    return { cells: [inline(what, 60)], last: inline(`${paths.slice(0, PATHS).join(', ')}${more} (${from})`, 1000) };
  });
  const hidden = groups.length - rows.length;
  return [
    ...wrap(`In the image: ${contentCounts(contents)}`, width).map(palette.bold),
    ...table(rows, width - 2).map((line) => `  ${line}`),
    ...(hidden > 0 ? [`  and ${hidden} more, see the JSON report`] : []),
  ];
}
