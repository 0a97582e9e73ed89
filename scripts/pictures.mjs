#!/usr/bin/env node
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { photograph } from './pictures/photograph.mjs';
import { capture } from './setup/command.mjs';
import { ensureAll } from './setup/ensure-all.mjs';
import { runScript, SetupFailure } from './setup/failure.mjs';
import { ROOT } from './setup/root.mjs';
import { ensureTestTools } from './setup/test-tools.mjs';

/** What a document may carry, in bytes. */
const LIMIT = 300_000;

/**
 * Makes what the documents show of reports, from runs on a real engine: the page, the job summary and the comment of a loose service
 * and the badge of this repository. `npm run pictures -- FOLDER` puts them elsewhere than docs/images and docs/samples.
 */
async function main() {
  const [elsewhere] = process.argv.slice(2);
  const folderOf = (/** @type {string} */ name) => resolve(ROOT, elsewhere ?? join('docs', name));
  const engine = await ensureAll();
  await ensureTestTools();
  const work = mkdtempSync(join(tmpdir(), 'tightfit-pictures-'));
  try {
    const images = folderOf('images');
    const samples = folderOf('samples');
    for (const folder of [images, samples]) mkdirSync(folder, { recursive: true });
    const own = await reports({ policy: 'tightfit.yml', folder: join(work, 'own'), engine });
    const tight = await reports({ policy: 'examples/samba/tightfit.yml', folder: join(work, 'tight'), engine });
    const loose = await reports({ policy: 'examples/samba/loose.yml', folder: join(work, 'loose'), engine });
    await compare({ folder: loose, base: join(tight, 'tightfit.json') });
    copyFileSync(join(own, 'tightfit.badge.svg'), join(images, 'badge.svg'));
    copyFileSync(join(loose, 'summary.md'), join(samples, 'summary.md'));
    copyFileSync(join(loose, 'tightfit.md'), join(samples, 'comment.md'));
    const pictures = await photograph(join(loose, 'tightfit.html'), images);
    return announce([
      ...['badge.svg', ...pictures].map((name) => join(images, name)),
      ...['summary.md', 'comment.md'].map((name) => join(samples, name)),
    ]);
  } finally {
    rmSync(work, { recursive: true });
  }
}

/**
 * Checks a policy and gives the folder with its reports.
 * @param {{ policy: string, folder: string, engine: string }} run
 */
async function reports({ policy, folder, engine }) {
  const words = ['dist/cli.js', 'check', policy, '--quiet', '--report-dir', folder];
  const { stdout, stderr } = await capture(process.execPath, words, { cwd: ROOT, env: { DOCKER_HOST: engine } });
  if (!existsSync(join(folder, 'tightfit.html')))
    throw new SetupFailure(`${policy} has no reports.\n${stdout}${stderr}`);
  return folder;
}

/**
 * Renders reports again, with what is not as in an earlier result.
 * @param {{ folder: string, base: string }} reports
 */
async function compare({ folder, base }) {
  const words = ['dist/cli.js', 'report', join(folder, 'tightfit.json'), '--report-dir', folder, '--base', base];
  const { code, stderr } = await capture(process.execPath, words, { cwd: ROOT });
  if (code !== 0) throw new SetupFailure(`the reports could not be rendered again: ${stderr}`);
}

/** @param {string[]} paths */
function announce(paths) {
  const sizes = paths.map((path) => ({ path, size: statSync(path).size }));
  for (const { path, size } of sizes) console.log(`wrote ${relative(ROOT, path)} (${Math.ceil(size / 1000)} kB)`);
  const heavy = sizes.filter(({ size }) => size > LIMIT);
  for (const { path } of heavy) console.error(`${relative(ROOT, path)} is larger than ${LIMIT / 1000} kB.`);
  return heavy.length === 0 ? 0 : 1;
}

await runScript(main);
