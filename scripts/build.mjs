#!/usr/bin/env node
import { build } from 'esbuild';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { licenseText } from './build/licenses.mjs';
import { copyDisassembler, disassembler } from './build/disassembler.mjs';
import { unusedPackages } from './build/unused-packages.mjs';
import { ROOT } from './setup/root.mjs';

const DIST = join(ROOT, 'dist');

/** Bundle name: its source. One without a source yet is left out. */
const ENTRIES = Object.entries({
  'index.js': 'src/action/main.ts',
  'post.js': 'src/action/post.ts',
  'cli.js': 'src/cli/main.ts',
  'recorder.js': 'src/recorder/main.ts',
  'relay.js': 'src/relay/main.ts',
}).filter(([, source]) => existsSync(join(ROOT, source)));

const SHEBANG = '#!/usr/bin/env node\n';

/** CommonJS packages in an ES module bundle need a `require` for Node's own modules. */
const REQUIRE =
  "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);";

/**
 * Settings on which bundles from any folder are byte for byte the same.
 * @param {string} name
 * @param {string} source
 * @returns {import('esbuild').BuildOptions & { metafile: true }}
 */
function settings(name, source) {
  return {
    absWorkingDir: ROOT,
    entryPoints: [source],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    keepNames: true,
    minify: false,
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: `${name === 'cli.js' ? SHEBANG : ''}${REQUIRE}` },
    plugins: [unusedPackages, disassembler],
    metafile: true,
    logLevel: 'warning',
  };
}

/** @param {string} folder */
async function buildInto(folder) {
  mkdirSync(folder, { recursive: true });
  const inputs = [];
  for (const [name, source] of ENTRIES) {
    const { metafile } = await build({ ...settings(name, source), outfile: join(folder, name) });
    inputs.push(...Object.keys(metafile.inputs));
    if (name === 'cli.js') chmodSync(join(folder, name), 0o755);
  }
  inputs.push(...copyDisassembler(ROOT, folder));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), licenseText(ROOT, inputs));
}

/** Builds elsewhere and compares byte for byte. */
async function check() {
  const fresh = mkdtempSync(join(tmpdir(), 'tightfit-dist-'));
  try {
    await buildInto(fresh);
    const files = new Set([...filesOf(fresh), ...filesOf(DIST)]);
    const different = [...files].sort().filter((file) => !sameFile(join(fresh, file), join(DIST, file)));
    for (const file of different) console.error(`dist/${file} is not what the sources build to. Run "npm run build".`);
    if (different.length === 0) console.log(`dist is what the sources build to (${files.size} files)`);
    return different.length === 0 ? 0 : 1;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function filesOf(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** @type {(one: string, other: string) => boolean} */
function sameFile(one, other) {
  return existsSync(one) && existsSync(other) && readFileSync(one).equals(readFileSync(other));
}

async function main() {
  if (process.argv.includes('--check')) return check();
  await buildInto(DIST);
  console.log(`built ${ENTRIES.map(([name]) => `dist/${name}`).join(', ')}`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  // esbuild has printed its errors, with their places.
  if (!(error instanceof Error && 'errors' in error)) throw error;
  process.exitCode = 1;
}
