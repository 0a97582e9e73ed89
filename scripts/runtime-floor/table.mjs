import { readFileSync, writeFileSync } from 'node:fs';

/** The columns of data/runtime-base.csv. */
const COLUMNS = [
  ...['runtime', 'version', 'libseccomp', 'no_new_privileges', 'syscall', 'made'],
  ...['survives_eperm', 'survives_enosys', 'source'],
];

/**
 * @typedef {object} Measured
 * @property {string} runtime
 * @property {string} version
 * @property {string} libseccomp
 * @property {boolean} noNewPrivileges
 * @property {import('./measure.mjs').CallNeed[]} needs
 * @property {string} date
 */

/**
 * Puts what was measured in the place of what the table has of the same calls, and sorts it. Calls that were not seen this time
 * stay: a start makes some of them once in many.
 * @param {string} file
 * @param {Measured[]} measured
 */
export function writeTable(file, measured) {
  const rows = measured.flatMap(rowsOf);
  const replaced = new Set(rows.map(keyOf));
  const kept = readRows(file).filter((row) => !replaced.has(keyOf(row)));
  const lines = [...kept, ...rows].sort(byVersion).map((row) => row.join(','));
  writeFileSync(file, `${COLUMNS.join(',')}\n${lines.join('\n')}\n`);
}

/** @param {Measured} measured */
function rowsOf({ runtime, version, libseccomp, noNewPrivileges, needs, date }) {
  return needs.map((need) => [
    ...[runtime, version, libseccomp, String(noNewPrivileges), need.call, need.always ? 'always' : 'sometimes'],
    ...[answerOf(need, 'EPERM'), answerOf(need, 'ENOSYS'), `measured: scripts/floors.mjs ${date}`],
  ]);
}

/** @param {import('./measure.mjs').CallNeed} need @param {string} answer */
function answerOf({ survives, combined }, answer) {
  const alone = survives[answer];
  if (alone === null || alone === undefined) return 'unknown';
  if (!alone) return 'no';
  return combined.includes(answer) ? 'alone' : 'yes';
}

/** @param {string} file */
function readRows(file) {
  try {
    return readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
  } catch {
    return [];
  }
}

/** @param {string[]} row */
function keyOf(row) {
  return [row[0], row[1], row[3], row[4]].join(' ');
}

/** @param {string[]} a @param {string[]} b */
function byVersion(a, b) {
  return a.slice(0, 5).join(' ').localeCompare(b.slice(0, 5).join(' '), 'en', { numeric: true });
}
