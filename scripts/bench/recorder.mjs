import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { canInstall, installPackages } from '../setup/apt.mjs';
import { findCommand } from '../setup/command.mjs';
import { runJestProject } from '../setup/jest.mjs';
import { ROOT } from '../setup/root.mjs';
import { median } from './median.mjs';
import { Webserver } from './webserver.mjs';

/** The bars of docs/recorder.md. */
const LEAST_THROUGHPUT = 0.93;
const LEAST_EVENTS_A_SECOND = 1_000_000;
const MOST_MEMORY_MIB = 150;

const PAIRS = 9;
const STRACED = 3;
const SYNTHETIC_EVENTS = 10_000_000;

/** What the bench needs of the sources, as one bundle. */
const EXPORTS = `
  export { tracefsRecorder } from './src/adapters/tracefs/recorder.ts';
  export { Attribution } from './src/core/trace/attribute.ts';
  export { callNumbers } from './src/core/trace/calls.ts';
  export { parseEventFormat } from './src/core/trace/format.ts';
  export { Lane } from './src/core/trace/lane.ts';
  export { eventLayout } from './src/core/trace/layout.ts';
  export { Merge } from './src/core/trace/merge.ts';
`;

/** What recording costs a busy web server, beside strace in the same run; how fast and in how much memory events are read. */
export async function run({ engine }) {
  const folder = mkdtempSync(join(tmpdir(), 'tightfit-bench-'));
  try {
    if (findCommand('wrk') === undefined && canInstall()) await installPackages(['wrk']);
    const bundle = await bundleInto(folder);
    const held = [await throughput(bundle, engine), parseSpeed(bundle), await agreement(engine)];
    return held.every((one) => one) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function bundleInto(folder) {
  const stdin = { contents: EXPORTS, resolveDir: ROOT, loader: 'ts' };
  const settings = { bundle: true, format: 'esm', platform: 'node', target: 'node20', absWorkingDir: ROOT };
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  await build({ ...settings, stdin, outfile: join(folder, 'sources.js') });
  await build({ ...settings, entryPoints: ['src/recorder/main.ts'], outfile: join(folder, 'recorder.js') });
  return { sources: join(folder, 'sources.js'), helper: join(folder, 'recorder.js') };
}

/** Requests a second of nginx under wrk: unrecorded and recorded in turn, then under strace. */
async function throughput({ sources, helper }, engine) {
  const { tracefsRecorder } = await import(pathToFileURL(sources).href);
  const recorder = tracefsRecorder({ script: helper, lifetime: 3_600_000 });
  const quiet = new Webserver({ engine, recorder, quiet: true });
  const logging = new Webserver({ engine, recorder, quiet: false });
  await quiet.serve({});
  const pairs = await interleaved(quiet);
  const straced = [];
  for (let round = 0; round < STRACED; round += 1) straced.push(await quiet.serve({ straced: true }));
  const held = showThroughput(pairs, straced);
  showLogging(await interleaved(logging));
  await recorder.close();
  return held;
}

async function interleaved(server) {
  const pairs = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const recordedFirst = pair % 2 === 1;
    const one = await server.serve({ recorded: recordedFirst });
    const other = await server.serve({ recorded: !recordedFirst });
    pairs.push(recordedFirst ? { plain: other, recorded: one } : { plain: one, recorded: other });
  }
  return pairs;
}

function showThroughput(pairs, straced) {
  const plain = median(pairs.map((pair) => pair.plain.rate));
  const slowed = plain / median(straced.map(({ rate }) => rate));
  const incomplete = pairs.flatMap((pair) => pair.recorded.record.completeness.reasons);
  const memory = Math.max(...pairs.map((pair) => pair.recorded.helperMemory));
  console.log(`recorder: nginx under wrk, ${pairs.length} interleaved pairs`);
  console.log(`  unrecorded  ${plain.toFixed(0)} requests/s`);
  console.log(
    `  recorded    ${ratioOf(pairs).toFixed(3)} of that (median of pairs, bar: at least ${LEAST_THROUGHPUT})`,
  );
  console.log(`  strace -f   ${(1 / slowed).toFixed(3)} of that: ${slowed.toFixed(1)} times slower`);
  console.log(`  lost events ${incomplete.length === 0 ? '0' : incomplete.join('; ')} (bar: 0)`);
  console.log(`  left out    ${pairs[0].recorded.record.thinned.join(', ')}: once made 1000 times in a step`);
  console.log(`  helper      ${memory} MiB at most (bar: ${MOST_MEMORY_MIB} MiB)`);
  return ratioOf(pairs) >= LEAST_THROUGHPUT && incomplete.length === 0 && memory <= MOST_MEMORY_MIB;
}

/** Every request is then a line for the engine, whose log shipping descends from it and is recorded too. */
function showLogging(pairs) {
  console.log(`  with its access log through the engine: ${ratioOf(pairs).toFixed(3)} (no bar)`);
}

function ratioOf(pairs) {
  return median(pairs.map((pair) => pair.recorded.rate / pair.plain.rate));
}

/** In a process of its own, whose memory is then the reader's. */
function parseSpeed({ sources }) {
  const script = join(import.meta.dirname, 'parse-events.mjs');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, sources, String(SYNTHETIC_EVENTS)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`parse-events.mjs ended with ${status}: ${stderr}`);
  const { events, seconds, memory } = JSON.parse(stdout);
  console.log(`recorder: ${events} events of a synthetic stream on one core`);
  console.log(`  speed       ${(events / seconds / 1e6).toFixed(2)} million events/s (bar: at least 1)`);
  console.log(`  memory      ${memory} MiB at most (bar: ${MOST_MEMORY_MIB} MiB)`);
  return events / seconds >= LEAST_EVENTS_A_SECOND && memory <= MOST_MEMORY_MIB;
}

/** The end-to-end test that compares the sets of calls with those of strace -f. */
async function agreement(engine) {
  const words = ['--testPathPatterns', 'e2e/recorder.test', '-t', 'agrees with strace'];
  const { passed, failed } = await runJestProject('e2e', words, { DOCKER_HOST: engine });
  console.log(
    `recorder: the same calls as strace -f on a program that forks, starts threads, executes, connects, is refused`,
  );
  console.log(`  agreement   ${passed === 1 && failed === 0 ? '100 %' : 'no'} (bar: 100 %)`);
  return passed === 1 && failed === 0;
}
