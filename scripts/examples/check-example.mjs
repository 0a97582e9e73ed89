import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from '../setup/command.mjs';
import { ROOT } from '../setup/root.mjs';

/** An example takes seconds, its first build a minute or two: what takes longer hangs. */
const TIMEOUT_MS = Number(process.env.TIGHTFIT_EXAMPLE_TIMEOUT ?? 600) * 1000;

/**
 * @typedef {object} CheckedExample
 * @property {string} name
 * @property {string} expected the verdict that it must get
 * @property {string} actual the one that it got, or `no result`
 * @property {string} looseness of each service
 * @property {string[]} errors the rules of its findings that are errors, and what each says
 * @property {number} seconds
 * @property {string} output all that was printed
 */

/**
 * Checks one example for real.
 * @param {import('./policies.mjs').Example} example
 * @param {string} engine its address
 * @returns {Promise<CheckedExample>}
 */
export async function checkExample({ name, policy, verdict }, engine) {
  const start = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'tightfit-example-'));
  try {
    const words = ['dist/cli.js', 'check', policy, '--quiet', '--report-dir', folder];
    const env = { DOCKER_HOST: engine };
    const { stdout, stderr } = await capture(process.execPath, words, { cwd: ROOT, env, timeoutMs: TIMEOUT_MS });
    const result = resultIn(folder);
    return {
      name,
      expected: verdict,
      actual: result?.verdict ?? 'no result',
      looseness: result?.services.map((service) => service.looseness ?? '-').join(' ') ?? '-',
      errors: (result?.findings ?? []).filter(({ severity }) => severity === 'error').map(saying),
      seconds: (Date.now() - start) / 1000,
      output: `${stdout}${stderr}`,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} folder
 * @returns {import('../../src/core/result.js').CheckResult | null}
 */
function resultIn(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'tightfit.json'), 'utf8'));
  } catch {
    return null;
  }
}

/** @param {import('../../src/core/findings.js').Finding} finding */
function saying({ rule, message }) {
  return `${rule}: ${message.split('\n')[0]}`;
}
