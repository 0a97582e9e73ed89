import { build } from 'esbuild';
import { spawn, spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unusedPackages } from '../build/unused-packages.mjs';
import { commandEnvironment } from '../setup/command.mjs';
import { ROOT } from '../setup/root.mjs';
import { tarHeader } from './tar-header.mjs';

/** The bars of docs/image.md. */
const MOST_SECONDS = 60;
const MOST_MEMORY_MIB = 200;

const FILES = 60_000;
const SIZE = 2 ** 30;

/** What the bench needs of the sources, as one bundle. */
const EXPORTS = `
  export { createEngine } from './src/adapters/docker/engine.ts';
  export { imageContents } from './src/core/image/image-contents.ts';
  export { LayerDigests } from './src/core/image/layer-digest.ts';
`;

/** How long it takes to tell what is in an image of 1 GiB, with the engine's part, and in how much memory. */
export async function run({ engine }) {
  const folder = mkdtempSync(join(tmpdir(), 'tightfit-bench-'));
  const environment = commandEnvironment({ DOCKER_HOST: engine });
  const image = `tightfit-bench-image:${process.pid}`;
  try {
    const sources = await bundleInto(folder);
    console.log(`image: 1 GiB in ${FILES} files`);
    await importImage(image, environment);
    const { seconds, memory, counts } = readApart(sources, image, environment);
    console.log(`  read in    ${seconds.toFixed(1)} s (bar ${MOST_SECONDS} s), the engine's export with it`);
    console.log(`  peak RSS   ${memory} MiB (bar ${MOST_MEMORY_MIB} MiB)`);
    console.log(`  found      ${counts.files} files, ${counts.privileged} of them setuid`);
    const isWhole = counts.files === FILES && counts.privileged === FILES / 1000;
    return isWhole && seconds <= MOST_SECONDS && memory <= MOST_MEMORY_MIB ? 0 : 1;
  } finally {
    spawnSync('docker', ['image', 'rm', '--force', image], { env: environment });
    rmSync(folder, { recursive: true });
  }
}

async function bundleInto(folder) {
  const outfile = join(folder, 'sources.js');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  await build({
    stdin: { contents: EXPORTS, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    absWorkingDir: ROOT,
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);",
    },
    plugins: [unusedPackages],
    outfile,
  });
  return outfile;
}

/** Content that does not compress, the same in every file; one file in a thousand is setuid. */
async function importImage(image, env) {
  const child = spawn('docker', ['import', '-', image], { env, stdio: ['pipe', 'ignore', 'inherit'] });
  const size = Math.floor(SIZE / FILES / 512) * 512 - 512;
  const content = randomFillSync(Buffer.alloc(size));
  for (let number = 0; number < FILES; number += 1) {
    const name = `srv/application/node_modules/package-${number % 500}/library/module-${number}.js`;
    const header = tarHeader({ name, size, mode: number % 1000 === 0 ? 0o4755 : 0o644 });
    if (!child.stdin.write(Buffer.concat([header, content]))) await once(child.stdin, 'drain');
  }
  child.stdin.end(Buffer.alloc(1024));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`docker import ended with ${code}`);
}

/** In a process of its own, whose memory nothing else uses. */
function readApart(sources, image, env) {
  const script = join(ROOT, 'scripts/bench/read-image.mjs');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, sources, image], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
