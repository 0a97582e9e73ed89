import { columns, pad, wrap } from './wrap.js';

/** One line of a table: short cells, then one that may take several lines. Neutralised text. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly last: string;
  /** Colours the cell of this index; it gets the padded text. */
  readonly paint?: (cell: string, index: number) => string;
}

/** The narrowest column worth wrapping into. */
const NARROWEST = 20;

/** How far a last cell stands in that has lines of its own. */
const STACKED = 4;

/** Rows with aligned cells; the last cell is wrapped under itself, or on lines of its own where there is no room beside the others. */
export function table(rows: readonly TableRow[], width: number): readonly string[] {
  const widths = (rows[0]?.cells ?? []).map((_, index) =>
    Math.max(...rows.map(({ cells }) => columns(cells[index] ?? ''))),
  );
  const indent = widths.reduce((sum, cell) => sum + cell + 2, 0);
  const isStacked = indent + NARROWEST > width;
  return rows.flatMap(({ cells, last, paint = plain }) => {
    const head = cells.map((cell, index) => `${paint(pad(cell, widths[index] ?? 0), index)}  `).join('');
    if (isStacked) {
      const lines = wrap(last, width - STACKED).map((line) => `${' '.repeat(STACKED)}${paint(line, cells.length)}`);
      return [head.trimEnd(), ...lines];
    }
    const [first = '', ...rest] = wrap(last, width - indent);
    return [
      `${head}${paint(first, cells.length)}`.trimEnd(),
      ...rest.map((line) => `${' '.repeat(indent)}${paint(line, cells.length)}`),
    ];
  });
}

function plain(cell: string): string {
  return cell;
}
