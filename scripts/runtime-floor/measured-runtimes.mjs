import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages } from '../setup/apt.mjs';
import { findCommand } from '../setup/command.mjs';
import { removeParents } from './cgroups.mjs';
import { enterTree } from './machine.mjs';
import { RUNTIMES, SUITES, versionOf } from './runtimes.mjs';
import { fetchTree, libseccompOf, makeRootfs } from './tree.mjs';

/**
 * A runtime that can be started.
 * @typedef {object} Runtime
 * @property {string} name
 * @property {string} version
 * @property {string} libseccomp
 * @property {import('./container.mjs').Place} place
 */

/** `runc-bookworm`, `crun-forky` and so on. */
export const RUNTIME_IDS = SUITES.flatMap((suite) => Object.keys(RUNTIMES).map((name) => `${name}-${suite}`));

/**
 * Unpacks each runtime beside what is installed here, does something with it and removes it. Needs root and Debian's packages.
 * @param {readonly string[]} ids some of `RUNTIME_IDS`
 * @param {(runtime: Runtime) => Promise<void>} work
 */
export async function withRuntimes(ids, work) {
  const missing = ['mmdebstrap', 'strace'].filter((command) => findCommand(command) === undefined);
  if (missing.length > 0) await installPackages(missing);
  for (const suite of SUITES) {
    const names = Object.keys(RUNTIMES).filter((name) => ids.includes(`${name}-${suite}`));
    if (names.length > 0) await inSuite(suite, names, work);
  }
}

/**
 * @param {string} suite
 * @param {string[]} names
 * @param {(runtime: Runtime) => Promise<void>} use
 */
async function inSuite(suite, names, use) {
  const folder = mkdtempSync(join(tmpdir(), 'tightfit-floor-'));
  try {
    const tree = join(folder, 'tree');
    const work = join(folder, 'work');
    mkdirSync(work);
    makeRootfs(join(work, 'rootfs'));
    await fetchTree(suite, tree);
    const machine = await enterTree(tree, work);
    try {
      for (const name of names) {
        const version = await versionOf(machine, name);
        const place = { machine, work, runtime: RUNTIMES[name] ?? [] };
        await use({ name, version, libseccomp: libseccompOf(tree), place });
      }
    } finally {
      await machine.leave();
    }
  } finally {
    removeParents();
    rmSync(folder, { recursive: true, force: true });
  }
}
