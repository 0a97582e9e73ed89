import type { ServiceResult } from '../../core/result.js';
import { markdownCode, markdownText } from '../escape/markdown.js';
import { contentCounts, contentGroups } from '../facts/contents.js';
import { fold } from './fold.js';
import { table } from './table.js';

/** Bytes for the rows, and paths of one row. */
const BUDGET = 30_000;
const PATHS = 20;

/** What is in the image: how much, and folded what is worth a look with the layer it is from. */
export function contentsBlocks({ contents }: ServiceResult): readonly string[] {
  if (contents === null) return [];
  const rows = contentGroups(contents).map(({ what, paths, from }) => [
    markdownText(what),
    `${paths.slice(0, PATHS).map(markdownCode).join(', ')}${paths.length > PATHS ? ` and ${paths.length - PATHS} more` : ''}`,
    markdownText(from),
  ]);
  const found = rows.length === 0 ? [] : [fold('What to look at', table(['What', 'Where', 'From'], rows, BUDGET))];
  return [`**In the image:** ${markdownText(contentCounts(contents))}`, ...found];
}
