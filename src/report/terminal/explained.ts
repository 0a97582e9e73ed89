import type { ExplainedPage } from '../../core/explain/page.js';
import { breakCommands, inline } from '../escape/neutralize.js';
import type { Look } from './look.js';
import { table } from './table.js';
import { wrap } from './wrap.js';

/** Explained names as a person reads them in a terminal: one sentence, then the facts. */
export function explained(pages: readonly ExplainedPage[], look: Look): string {
  const lines = pages.flatMap((page, index) => [...(index === 0 ? [] : ['']), ...pageLines(page, look)]);
  return lines.map((line) => `${breakCommands(line)}\n`).join('');
}

function pageLines({ summary, facts }: ExplainedPage, { palette, width }: Look): readonly string[] {
  const rows = facts.map(({ label, text }) => ({
    cells: [`  ${inline(label, 40)}`],
    last: inline(text, MOST),
    paint: (cell: string, index: number): string => (index === 0 ? palette.bold(cell) : cell),
  }));
  return [...wrap(inline(summary), width), ...table(rows, width)];
}

/** Room for one fact, in UTF-16 units: a call with many exploits has a long list. */
const MOST = 2000;
