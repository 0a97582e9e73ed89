import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { passThrough } from './command.mjs';
import { ROOT } from './root.mjs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed a suite that could not run counts as one
 * @property {number} skipped
 * @property {string[]} failures the file and the name of each test that failed
 */

/**
 * Runs one jest project and counts its tests from jest's own JSON, not from its exit code alone.
 * @param {'unit' | 'e2e' | 'differential'} project
 * @param {string[]} args passed on to jest
 * @param {Record<string, string>} env
 * @returns {Promise<Counts>}
 */
export async function runJestProject(project, args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'tightfit-jest-'));
  const report = join(folder, 'report.json');
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const serial = project !== 'unit' ? ['--runInBand'] : [];
  const output = ['--json', `--outputFile=${report}`, '--passWithNoTests'];
  try {
    const code = await passThrough(
      process.execPath,
      [...jest, '--selectProjects', project, ...serial, ...output, ...args],
      { cwd: ROOT, env, stdout: 'ignore' },
    );
    const counts = existsSync(report) ? countsOf(JSON.parse(readFileSync(report, 'utf8'))) : NOTHING;
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @type {Counts} */
const NOTHING = { passed: 0, failed: 0, skipped: 0, failures: [] };

/**
 * @typedef {object} Report https://jestjs.io/docs/cli#--json
 * @property {number} [numPassedTests]
 * @property {number} [numFailedTests]
 * @property {number} [numRuntimeErrorTestSuites]
 * @property {number} [numPendingTests]
 * @property {number} [numTodoTests]
 * @property {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }[]} [testResults]
 */

/**
 * @param {Report} report
 * @returns {Counts}
 */
function countsOf(report) {
  return {
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + (report.numRuntimeErrorTestSuites ?? 0),
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    failures: (report.testResults ?? []).flatMap(failuresOf),
  };
}

/** @param {NonNullable<Report['testResults']>[number]} suite */
function failuresOf({ name, status, assertionResults }) {
  const file = relative(ROOT, name);
  const failed = assertionResults
    .filter((one) => one.status === 'failed')
    .map(({ fullName }) => `${file}: ${fullName}`);
  return status === 'failed' && failed.length === 0 ? [`${file}: could not run`] : failed;
}
