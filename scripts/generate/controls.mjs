import { parseCsv } from './csv.mjs';
import { generatedModule, literal, words } from './typescript.mjs';

/** @param {string} csv data/controls.csv */
export function controlsModule(csv) {
  const rows = parseCsv(csv).map((row) => {
    const control = {
      standard: row.standard,
      id: row.control,
      title: row.title,
      judgement: row.judgement,
      rules: words(row.rules),
      related: words(row.related),
      reason: row.reason,
    };
    return `  ${literal(control)},`;
  });
  return generatedModule('data/controls.csv', [
    "import type { Control } from './control.js';",
    '',
    'export const CONTROLS: readonly Control[] = [',
    ...rows,
    '];',
  ]);
}
