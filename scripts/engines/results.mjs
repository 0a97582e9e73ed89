import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/root.mjs';
import { CELLS } from './cells.mjs';
import { DIFFERENCES } from './differences.mjs';
import { enginesPage } from './page.mjs';

/** Where the results of the cells are, one file a cell. */
const FOLDER = join(ROOT, 'docs/engines');

const PAGE = join(ROOT, 'docs/engines.md');

/** @param {import('./run-cell.mjs').CellResult} result */
export function writeResult(result) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${result.cell}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
}

/** What the page is to be by the results that there are. */
export function pageOfResults() {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.json')) : [];
  const results = files.map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
  return enginesPage(CELLS, results, DIFFERENCES);
}

export function writePage() {
  writeFileSync(PAGE, pageOfResults());
}
