import { within } from './within.js';

/** Bytes for the rows of one table. */
const ROWS_BUDGET = 100_000;

/**
 * A Markdown table of escaped cells; rows that do not fit are cut, with a row that says how many.
 *
 * @param budget bytes for the rows
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[], budget = ROWS_BUDGET): string {
  const more = (cut: number): string => line([`and ${cut} more`, ...head.slice(1).map(() => '')]);
  const parts = rows.map(line);
  return [line(head), line(head.map(() => '---')), ...within({ parts, budget, more })].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
