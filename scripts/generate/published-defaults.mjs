import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedModule, literal } from './typescript.mjs';

/**
 * The default profiles in a folder as a module, oldest first.
 * @param {string} folder with one file for each engine version
 * @param {{ data: string, constant: string }} names of that folder and of what the module exports
 */
export function publishedDefaultsModule(folder, { data, constant }) {
  const versions = readdirSync(folder)
    .map((name) => name.replace(/\.json$/, ''))
    .sort((a, b) => Number.parseFloat(a) - Number.parseFloat(b));
  return generatedModule(`${data}/`, [
    "import type { PublishedDefault } from './docker-default.js';",
    '',
    `export const ${constant}: readonly PublishedDefault[] = [`,
    ...versions.flatMap((version) => entry(version, readFileSync(join(folder, `${version}.json`), 'utf8'))),
    '];',
  ]);
}

/** @param {string} version @param {string} text */
function entry(version, text) {
  return [
    '  {',
    `    release: ${literal(version)},`,
    '    rules: [',
    ...JSON.parse(text).syscalls.map((/** @type {PublishedRule} */ rule) => `      ${literal(toRule(rule))},`),
    '    ],',
    '  },',
  ];
}

/**
 * @typedef {{ caps?: string[], arches?: string[], minKernel?: string }} Scope
 * @typedef {{ names: string[], action: string, errnoRet?: number, args?: { index: number, value: number, valueTwo?: number, op: string }[],
 *   includes?: Scope, excludes?: Scope }} PublishedRule
 */

/** @param {PublishedRule} rule */
function toRule({ names, action, errnoRet, args, includes, excludes }) {
  return {
    names,
    action,
    errnoRet: errnoRet ?? null,
    args: (args ?? []).map(({ index, value, valueTwo, op }) => ({
      index,
      operator: op,
      value: BigInt(value),
      valueTwo: BigInt(valueTwo ?? 0),
    })),
    includes: toScope(includes),
    excludes: toScope(excludes),
  };
}

/** @param {Scope} [scope] */
function toScope(scope) {
  const [major, minor] = (scope?.minKernel ?? '').split('.').map(Number);
  return {
    capabilities: (scope?.caps ?? []).map((name) => name.replace(/^CAP_/, '')),
    arches: scope?.arches ?? [],
    minKernel: minor === undefined ? null : { major, minor },
  };
}
