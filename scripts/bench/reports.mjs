import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from '../setup/root.mjs';

/**
 * What a result with 30,000 findings has to stay below: milliseconds for all formats together, one after another,
 * bytes of memory. Processor time would count what Node collects and compiles beside.
 */
const MOST_TIME = 2000;
const MOST_MEMORY = 300 * 1024 * 1024;

/** Bytes that each format may have; those of others are told and not judged. */
const MOST_BYTES = {
  summary: 1024 * 1024,
  comment: 65_536,
  sarif: 10_000_000,
};

/** CommonJS packages in an ES module bundle need a `require` for Node's own modules. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Renders a result with 30,000 findings in every format, in a process of its own.
 * Prints its figures and gives 0 when all are within their limits.
 */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'tightfit-bench-reports-'));
  try {
    const script = join(folder, 'render.mjs');
    await build({
      absWorkingDir: ROOT,
      entryPoints: [fileURLToPath(new URL('reports/render.ts', import.meta.url))],
      bundle: true,
      format: 'esm',
      platform: 'node',
      banner: { js: REQUIRE },
      outfile: script,
      logLevel: 'warning',
    });
    return judge(await figuresOf(script));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {{ formats: { name: string, milliseconds: number, bytes: number }[], memory: number, results: number }} Figures
 * @param {string} script
 * @returns {Promise<Figures>}
 */
function figuresOf(script) {
  return new Promise((done, failed) => {
    const child = fork(script);
    child.once('message', (figures) => done(/** @type {Figures} */ (figures)));
    child.once('error', failed);
    child.once('exit', (code) => {
      if (code !== 0) failed(new Error(`rendering ended with ${code}`));
    });
  });
}

/** @param {Figures} figures */
function judge({ formats, memory, results }) {
  const time = formats.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  for (const { name, milliseconds, bytes } of formats) {
    const most = limitOf(name);
    const limit = most === undefined ? '' : ` of at most ${most}`;
    console.log(`${name.padEnd(12)} ${milliseconds.toFixed(0).padStart(5)} ms  ${bytes} bytes${limit}`);
  }
  console.log(
    `all formats: ${time.toFixed(0)} ms of at most ${MOST_TIME}, ${mebibytes(memory)} MiB of at most ${mebibytes(MOST_MEMORY)}`,
  );
  console.log(`sarif: ${results} results of at most 25000`);
  const fits = formats.every(({ name, bytes }) => bytes <= (limitOf(name) ?? Infinity));
  return fits && time <= MOST_TIME && memory <= MOST_MEMORY && results <= 25_000 ? 0 : 1;
}

/** @param {string} name */
function limitOf(name) {
  return Object.entries(MOST_BYTES).find(([known]) => known === name)?.[1];
}

/** @param {number} bytes */
function mebibytes(bytes) {
  return Math.round(bytes / 1024 / 1024);
}
