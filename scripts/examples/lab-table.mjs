import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from '../setup/command.mjs';
import { ROOT } from '../setup/root.mjs';

/**
 * Prints what a lab found by hand to break without a call, beside what `tightfit minimize` measures; true when every call of the
 * lab's table has an answer.
 * @param {{ engine: string, folder: string }} place
 */
export async function labTable({ engine, folder }) {
  const words = [
    'dist/cli.js',
    'minimize',
    'examples/samba/tightfit.yml',
    '--quiet',
    '--repeats',
    '1',
    '--report-dir',
    folder,
  ];
  const { stdout, stderr, code } = await capture(process.execPath, words, { cwd: ROOT, env: { DOCKER_HOST: engine } });
  if (code !== 0) {
    console.log(`the minimizer failed on Samba:\n${stdout}${stderr}`);
    return false;
  }
  const [samba] = JSON.parse(readFileSync(join(folder, 'tightfit.json'), 'utf8')).services;
  const rows = JSON.parse(readFileSync(join(ROOT, 'examples/samba/lab-table.json'), 'utf8'));
  console.log('\nSamba without one call: a lab by hand (Ubuntu 22.04), and measured here');
  for (const { call, lab } of rows) print(call, lab, measured(samba.minimize, call));
  return true;
}

/**
 * @param {import('../../src/core/fit/minimize-report.js').MinimizeReport} report
 * @param {string} call
 */
function measured({ rows, syscalls }, call) {
  const row = rows.find(({ kind, name }) => kind === 'syscall' && name === call);
  if (row?.effect) return `${EFFECTS[row.effect]}${row.step === '' ? '' : ` (${row.step})`}: ${firstLine(row.message)}`;
  if (row) return `not tried: the runtime needs it`;
  if (syscalls.used.includes(call)) return 'works: this Samba calls it and survives its refusal';
  return 'works: this Samba and its C library no longer call it';
}

/** @type {Record<import('../../src/core/fit/minimize-report.js').Effect, string>} */
const EFFECTS = {
  'will-not-start': 'will not start',
  'not-ready': 'starts, takes no connection',
  'test-fails': 'takes connections, a test fails',
  'stops-uncleanly': 'works, does not stop',
  'more-privileged': 'works with more privilege',
  works: 'works',
};

/** @param {string} text */
function firstLine(text) {
  const [line = ''] = text.split('\n');
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}

/**
 * @param {string} call
 * @param {string} lab
 * @param {string} here
 */
function print(call, lab, here) {
  console.log(`${call.padEnd(16)} ${lab.padEnd(40)} ${here}`);
}
