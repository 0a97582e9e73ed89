import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './median.mjs';

const BY_HAND = fileURLToPath(new URL('by-hand.sh', import.meta.url));

/**
 * The main example: the run as declared, the control run and a trial for each capability. And the shortest check there is: one
 * run of a service without root and capabilities, where starting the program itself weighs most. `bars`: how many times as long as the same
 * calls by hand a check may take that reads the image, and the next one, which finds what the first kept of it.
 */
const SCENARIOS = [
  { name: 'samba', policy: 'examples/samba/tightfit.yml', runs: 5, rounds: 5, bars: { first: 1.1, second: 1.05 } },
  { name: 'nginx', policy: 'examples/nginx/tightfit.yml', runs: 1, rounds: 9, bars: { first: 1.25, second: 1.15 } },
];

/** Wall time of `check` on built images against the same calls by hand, in turn, in one run, on the engine of DOCKER_HOST. */
export async function run({ engine }) {
  const env = { ...process.env, DOCKER_HOST: engine };
  console.log(`overhead: wall time of check, images built, against the same calls and tests by hand, on ${engine}`);
  const held = SCENARIOS.map((scenario) => measure(scenario, env));
  return held.every((one) => one) ? 0 : 1;
}

function measure({ name, policy, runs, rounds, bars }, env) {
  const byHand = () => timed('bash', ['-c', `. "$0" && by_hand_${name}`, BY_HAND], env);
  checkTwice(policy, env);
  byHand();
  const turns = Array.from({ length: rounds }, () => ({ ...checkTwice(policy, env), byHand: byHand() }));
  const seconds = (kind) => (median(turns.map((turn) => turn[kind])) / 1000).toFixed(2);
  const ratios = ['first', 'second'].map((kind) => ({
    kind,
    bar: bars[kind],
    ratio: median(turns.map((turn) => turn[kind] / turn.byHand)),
  }));
  console.log(`  ${name} (${runs === 1 ? 'one run' : `${runs} runs`} of the service), ${rounds} interleaved rounds`);
  console.log(`    by hand       ${seconds('byHand')} s`);
  for (const { kind, bar, ratio } of ratios)
    console.log(
      `    ${kind.padEnd(6)} check  ${seconds(kind)} s, ratio ${ratio.toFixed(2)} (median of rounds, bar: at most ${bar.toFixed(2)})`,
    );
  return ratios.every(({ ratio, bar }) => ratio <= bar);
}

/** A check that finds nothing kept of the image, and one after it. */
function checkTwice(policy, env) {
  const kept = mkdtempSync(join(tmpdir(), 'tightfit-bench-'));
  const check = () =>
    timed('node', ['dist/cli.js', 'check', policy, '--quiet'], { ...env, TIGHTFIT_CACHE_DIR: join(kept, 'cache') });
  try {
    return { first: check(), second: check() };
  } finally {
    rmSync(kept, { recursive: true });
  }
}

/** Milliseconds. Throws when the command fails: a failed run measures nothing. */
function timed(command, words, env) {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, words, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}
