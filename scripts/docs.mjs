#!/usr/bin/env node
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lasting, quotedOutputs, shownLines } from './docs/outputs.mjs';
import { capture } from './setup/command.mjs';
import { ensureAll } from './setup/ensure-all.mjs';
import { runScript } from './setup/failure.mjs';
import { ROOT } from './setup/root.mjs';

/**
 * Runs every command whose output a document quotes and writes what it prints now. `--check` writes nothing and fails where the two
 * differ in more than times, process ids and digests. What is marked as seldom, because it takes minutes, is left alone without
 * `--all`. `npm run docs -- docs/learn`: only documents whose path begins so.
 */
async function main() {
  const isCheck = process.argv.includes('--check');
  const isAll = process.argv.includes('--all');
  const engine = await ensureAll();
  /** @type {Map<string, Promise<string>>} */
  const printed = new Map();
  const run = (/** @type {string} */ command) => {
    const known = printed.get(command) ?? print(command, engine);
    printed.set(command, known);
    return known;
  };
  let stale = 0;
  for (const name of documents()) {
    const text = readFileSync(join(ROOT, name), 'utf8');
    const due = quotedOutputs(text).filter(({ isSeldom }) => isAll || !isSeldom);
    const updated = await withOutputs(text, due, run);
    if (lasting(updated) === lasting(text)) continue;
    stale += 1;
    console.log(isCheck ? `${name} does not show what is printed now:\n${difference(text, updated)}` : `wrote ${name}`);
    if (!isCheck) writeFileSync(join(ROOT, name), updated);
  }
  console.log(`${printed.size} commands run, ${stale} documents ${isCheck ? 'stale' : 'written'}`);
  return isCheck && stale > 0 ? 1 : 0;
}

/** Every document that may quote what is printed, from the repository's root. */
function documents() {
  const inside = ['docs', 'examples'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const all = ['README.md', ...inside.filter((name) => name.endsWith('.md')).sort()];
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  return wanted.length === 0 ? all : all.filter((name) => wanted.some((one) => name.startsWith(one)));
}

/**
 * What a command prints on stdout; of a line for a shell also what it prints on stderr, as a terminal shows it.
 * @param {string} command
 * @param {string} engine
 */
async function print(command, engine) {
  const options = { cwd: ROOT, env: { DOCKER_HOST: engine, NO_COLOR: '1' } };
  const { stdout } = command.startsWith('$ ')
    ? await capture('bash', ['-c', `exec 2>&1\n${command.slice(2)}`], options)
    : await capture(process.execPath, ['dist/cli.js', ...command.split(' ')], options);
  return stdout;
}

/**
 * @param {string} text
 * @param {import('./docs/outputs.mjs').Quoted[]} due
 * @param {(command: string) => Promise<string>} run
 */
async function withOutputs(text, due, run) {
  let updated = text;
  for (const quoted of due.toReversed()) {
    const lines = shownLines(quoted, await run(quoted.command));
    updated = updated.slice(0, quoted.start) + lines + updated.slice(quoted.end);
  }
  return updated;
}

/** @param {string} before @param {string} after */
function difference(before, after) {
  const old = new Set(lasting(before).split('\n'));
  const fresh = lasting(after).split('\n');
  const now = new Set(fresh);
  const gone = [...old].filter((line) => !now.has(line)).map((line) => `  - ${line}`);
  const come = fresh.filter((line) => !old.has(line)).map((line) => `  + ${line}`);
  return [...gone, ...come].join('\n');
}

await runScript(main);
