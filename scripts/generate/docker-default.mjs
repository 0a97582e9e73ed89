import { parseCsv } from './csv.mjs';
import { generatedModule, literal, words } from './typescript.mjs';

/**
 * @param {string} rulesCsv data/docker-default.csv, one row for each rule and name
 * @param {string} archesCsv data/docker-default-arches.csv
 */
export function dockerDefaultModule(rulesCsv, archesCsv) {
  const arches = parseCsv(archesCsv).map((row) => ({
    architecture: row.architecture,
    subArchitectures: words(row.sub_architectures),
  }));
  return generatedModule('data/docker-default.csv and data/docker-default-arches.csv', [
    "import type { ArchMapEntry } from './profile.js';",
    "import type { DefaultRule } from './docker-default.js';",
    '',
    'export const DOCKER_DEFAULT_ARCHES: readonly ArchMapEntry[] = [',
    ...arches.map((entry) => `  ${literal(entry)},`),
    '];',
    '',
    'export const DOCKER_DEFAULT_RULES: readonly DefaultRule[] = [',
    ...rules(parseCsv(rulesCsv)).map((rule) => `  ${literal(rule)},`),
    '];',
  ]);
}

/** @param {Record<string, string>[]} rows */
function rules(rows) {
  return [...groupByRule(rows).values()].map(([first, ...rest]) => ({
    names: [first, ...rest].map((row) => row.syscall),
    action: first.action,
    errnoRet: first.errno === '' ? null : Number(first.errno),
    args: first.args === '' ? [] : first.args.split('; ').map(toCondition),
    includes: toScope(first, 'includes'),
    excludes: toScope(first, 'excludes'),
  }));
}

/** @param {Record<string, string>[]} rows */
function groupByRule(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.rule, [...(groups.get(row.rule) ?? []), row]);
  return groups;
}

/** @param {string} text `index operator value valueTwo` */
function toCondition(text) {
  const [index, operator, value, valueTwo] = text.split(' ');
  return { index: Number(index), operator, value: BigInt(value), valueTwo: BigInt(valueTwo) };
}

/** @param {Record<string, string>} row @param {'includes' | 'excludes'} side */
function toScope(row, side) {
  const [major, minor] = (row[`${side}_min_kernel`] ?? '').split('.').map(Number);
  return {
    capabilities: words(row[`${side}_caps`] ?? ''),
    arches: words(row[`${side}_arches`] ?? ''),
    minKernel: minor === undefined ? null : { major, minor },
  };
}
