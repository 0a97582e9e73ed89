import { parseCsv } from './csv.mjs';
import { generatedModule, literal, words } from './typescript.mjs';

/**
 * Of several rows for one version the last stands. Rows that recorded the runtime's whole start-up, which shows in
 * pivot_root, are left out: most of that comes before the filter is in force.
 * @param {string} csv data/runtime-base.csv
 */
export function runtimeBaseModule(csv) {
  const byVersion = new Map();
  for (const row of parseCsv(csv).map(toBase)) {
    if (!row.calls.includes('pivot_root')) byVersion.set(`${row.runtime} ${row.version} ${row.noNewPrivileges}`, row);
  }
  return generatedModule('data/runtime-base.csv', [
    "import type { RuntimeBase } from './runtime-floor.js';",
    '',
    'export const RUNTIME_BASES: readonly RuntimeBase[] = [',
    ...[...byVersion.values()].map((base) => `  ${literal(base)},`),
    '];',
  ]);
}

/** @param {Record<string, string>} row */
function toBase(row) {
  const [, runtime, version] = /^(\w+)-v?(\S+)/.exec(row.runtime) ?? [];
  if (version === undefined) throw new Error(`"${row.runtime}" names no runtime and version`);
  const [, noNewPrivileges = 'null'] = /noNewPrivileges=(true|false)/.exec(row.spo_commit_or_source) ?? [];
  const sometimes = neededSometimes(row.note);
  const calls = [...new Set([...words(row.syscalls), ...sometimes])].sort();
  return { runtime, version, noNewPrivileges: JSON.parse(noNewPrivileges), calls, sometimes };
}

/** What failed in some of the repeats only, e.g. `futex and rt_sigreturn failed 1 of 3`. @param {string} note */
function neededSometimes(note) {
  const [, names = ''] = /(\w+(?: and \w+)*) failed/.exec(note) ?? [];
  return words(names.replaceAll(' and ', ' '));
}
