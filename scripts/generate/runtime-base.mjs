import { parseCsv } from './csv.mjs';
import { generatedModule, literal, words } from './typescript.mjs';

const ANSWERS = ['EPERM', 'ENOSYS'];

/**
 * What was measured; of older versions than any measured one, what was recorded of them.
 * @param {string} measured data/runtime-base.csv
 * @param {string} recorded data/runtime-recorded.csv
 */
export function runtimeBaseModule(measured, recorded) {
  const bases = measuredBases(parseCsv(measured));
  const older = recordedBases(parseCsv(recorded)).filter((base) => isOlder(base, bases));
  return generatedModule('data/runtime-base.csv and data/runtime-recorded.csv', [
    "import type { RuntimeBase } from './runtime-base.js';",
    '',
    'export const RUNTIME_BASES: readonly RuntimeBase[] = [',
    ...[...older, ...bases].map((base) => `  ${literal(base)},`),
    '];',
  ]);
}

/** @param {Record<string, string>[]} rows */
function measuredBases(rows) {
  const groups = new Map();
  for (const row of rows) {
    const key = `${row.runtime} ${row.version} ${row.no_new_privileges}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map(([first, ...others]) => ({
    runtime: first.runtime,
    version: first.version,
    noNewPrivileges: first.no_new_privileges === 'true',
    measured: true,
    needs: [first, ...others].flatMap((row) => needOf(row) ?? []),
  }));
}

/** The answers that end a start, and those that may; `null` for a call that can be refused either way. @param {Record<string, string>} row */
function needOf(row) {
  const of = (/** @type {string[]} */ said) =>
    ANSWERS.filter((answer) => said.includes(row[`survives_${answer.toLowerCase()}`] ?? ''));
  const dies = of(['no']);
  const doubtful = of(['unknown', 'alone']);
  return dies.length + doubtful.length === 0 ? null : { call: row.syscall, dies, doubtful };
}

/**
 * Of several rows for one version the last counts. Rows that recorded the runtime's whole start-up, which shows in pivot_root, are
 * left out: most of that comes before the filter is in force. The others were recorded without no-new-privileges.
 * @param {Record<string, string>[]} rows
 */
function recordedBases(rows) {
  const byVersion = new Map();
  for (const row of rows) {
    const [, runtime, version] = /^(\w+)-v?(\S+)/.exec(row.runtime ?? '') ?? [];
    const calls = words(row.syscalls);
    if (version === undefined) throw new Error(`"${row.runtime}" names no runtime and version`);
    if (calls.includes('pivot_root')) continue;
    const needs = calls.map((call) => ({ call, dies: [], doubtful: ANSWERS }));
    byVersion.set(`${runtime} ${version}`, { runtime, version, noNewPrivileges: false, measured: false, needs });
  }
  return [...byVersion.values()];
}

/** @param {{ runtime: string, version: string }} base @param {{ runtime: string, version: string }[]} others */
function isOlder({ runtime, version }, others) {
  const same = others.filter((other) => other.runtime === runtime);
  return same.every((other) => version.localeCompare(other.version, 'en', { numeric: true }) < 0);
}
