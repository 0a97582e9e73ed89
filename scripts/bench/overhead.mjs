import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './median.mjs';

/** `check` of the main example may take at most so much longer than the same calls by hand. */
const BAR = 1.25;

const BY_HAND = fileURLToPath(new URL('by-hand.sh', import.meta.url));

/**
 * The main example: the run as declared, the control run and a trial for each capability. And the shortest check there is: one
 * run of a service without root and capabilities, where starting the program itself weighs most.
 */
const SCENARIOS = [
  { name: 'samba', policy: 'examples/samba/tightfit.yml', runs: 5, rounds: 5, bar: BAR },
  { name: 'nginx', policy: 'examples/nginx/tightfit.yml', runs: 1, rounds: 9, bar: null },
];

/** Wall time of `check` on built images against the same calls by hand, in turn, in one run. */
export async function run({ engine }) {
  const env = { ...process.env, DOCKER_HOST: engine };
  console.log('overhead: wall time of check, images built, against the same engine calls and smoke tests by hand');
  const held = SCENARIOS.map((scenario) => measure(scenario, env));
  return held.every((one) => one) ? 0 : 1;
}

function measure({ name, policy, runs, rounds, bar }, env) {
  const check = () => timed('node', ['dist/cli.js', 'check', policy, '--quiet'], env);
  const byHand = () => timed('bash', ['-c', `. "$0" && by_hand_${name}`, BY_HAND], env);
  check();
  byHand();
  const pairs = Array.from({ length: rounds }, () => ({ check: check(), byHand: byHand() }));
  const ratio = median(pairs.map((pair) => pair.check / pair.byHand));
  const seconds = (kind) => (median(pairs.map((pair) => pair[kind])) / 1000).toFixed(2);
  const limit = bar === null ? '' : `, bar: at most ${bar}`;
  console.log(`  ${name} (${runs === 1 ? 'one run' : `${runs} runs`} of the service), ${rounds} interleaved pairs`);
  console.log(`    check    ${seconds('check')} s`);
  console.log(`    by hand  ${seconds('byHand')} s`);
  console.log(`    ratio    ${ratio.toFixed(2)} (median of pairs${limit})`);
  return bar === null || ratio <= bar;
}

/** Milliseconds. Throws when the command fails: a failed run measures nothing. */
function timed(command, words, env) {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, words, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}
