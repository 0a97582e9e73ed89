import { build } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { unusedPackages } from '../build/unused-packages.mjs';
import { ROOT } from '../setup/root.mjs';

/** The whole search may take at most so much of what removing each grant by itself takes. */
const BAR = 1 / 6;
/** Removals made the plain way, taken at random, which stand for all. */
const SAMPLE = 60;
const POLICIES = ['samba', 'nginx', 'redis'];
/** A trial waits for the engine a quarter of its time, so that one more than there are cores pays. */
const JOBS = availableParallelism() + 1;
/** CommonJS packages in an ES module bundle need a `require` for Node's own modules. */
const REQUIRE =
  "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);";

/** Times and numbers of trials of the search for what each service needs, and for Samba beside the plain way. */
export async function run({ engine }) {
  const folder = mkdtempSync(join(tmpdir(), 'tightfit-bench-'));
  const env = { ...process.env, DOCKER_HOST: engine };
  try {
    await bundle(folder);
    console.log('minimize: from the default of Docker to the certified minimum, 20 confirmations included');
    const took = new Map(POLICIES.map((name) => [name, minimize(folder, name, env)]));
    const plain = plainWay(folder, env);
    const ratio = took.get('samba') / plain.all;
    console.log(
      `  samba, the plain way: ${plain.grants} grants removed one at a time, one after another, each recorded whole`,
    );
    console.log(
      `    a random sample of ${plain.sample} removals, ${seconds(plain.took)}, stands for all: ${seconds(plain.all)}`,
    );
    console.log(`    ratio    ${ratio.toFixed(3)} (bar: at most ${BAR.toFixed(3)})`);
    return ratio <= BAR ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function minimize(folder, name, env) {
  const options = ['--no-try-frozen', '--repeats', '20', '--jobs', String(JOBS), '--format', 'json'];
  const words = ['minimize', `examples/${name}/tightfit.yml`, ...options];
  const { services } = JSON.parse(ran(join(folder, 'cli.js'), [...words, '--quiet'], env));
  const [{ minimize: report }] = services;
  if (report === null) throw new Error(`${name} was not minimized`);
  const { trials, syscalls, capabilities } = report;
  console.log(
    `  ${name.padEnd(6)} ${seconds(trials.duration)}, ${trials.total} runs, ${trials.jobs} side by side: ` +
      `${trials.capabilities} for capabilities, ${trials.syscalls} for syscalls, ${trials.controls} controls, ${trials.confirmations} to confirm; ` +
      `${capabilities.needed.length} of ${capabilities.from.length} capabilities and ${syscalls.needed.length} of ${syscalls.from} syscalls needed`,
  );
  return trials.duration;
}

function plainWay(folder, env) {
  return JSON.parse(ran(join(folder, 'plain.js'), ['examples/samba/tightfit.yml', String(SAMPLE)], env));
}

async function bundle(folder) {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  const entries = {
    cli: 'src/cli/main.ts',
    recorder: 'src/recorder/main.ts',
    plain: 'scripts/bench/minimize/plain-way.ts',
  };
  for (const [name, source] of Object.entries(entries)) {
    await build({
      absWorkingDir: ROOT,
      entryPoints: [source],
      outfile: join(folder, `${name}.js`),
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      banner: { js: REQUIRE },
      plugins: [unusedPackages],
      logLevel: 'warning',
    });
  }
}

/** What a bundle prints. Throws when it fails: a failed run measures nothing. */
function ran(script, words, env) {
  const { status, stdout, stderr } = spawnSync('node', [script, ...words], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr}`);
  return stdout;
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
