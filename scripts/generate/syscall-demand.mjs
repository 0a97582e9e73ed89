import { parseCsv } from './csv.mjs';
import { generatedModule, literal } from './typescript.mjs';

/** @param {string} csv data/syscall-risk.csv */
export function syscallDemandModule(csv) {
  const rows = parseCsv(csv)
    .map((row) => [row.syscall, Number(row.loupe_traced_of_125), Number(row.loupe_required_of_125)])
    .filter(([, traced]) => traced > 0)
    .map(([name, traced, required]) => `  ${name}: ${literal([traced, required])},`);
  return generatedModule('data/syscall-risk.csv', [
    '/** Of the 125 applications that Loupe measured: how many call it, how many fail without it. */',
    'export const DEMANDS: Readonly<Record<string, readonly [number, number]>> = {',
    ...rows,
    '};',
  ]);
}
