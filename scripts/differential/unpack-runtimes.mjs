import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { withAptConfig } from '../generate/debian-archive.mjs';

const CACHE = '/var/lib/tightfit/runtimes';
const SUITES = ['trixie', 'forky'];
const RUNTIMES = ['runc', 'crun'];
const MERGED = ['bin', 'sbin', 'lib', 'lib64'];

/**
 * Makes sure that each suite's OCI runtimes, with the libraries that they need, are unpacked in a folder of its own. Gives the folder
 * that holds those. A tree is kept: remove it to have it made of the suite's newest packages.
 */
export function unpackRuntimes() {
  mkdirSync(CACHE, { recursive: true });
  for (const suite of SUITES) if (!existsSync(join(CACHE, suite))) unpackSuite(suite);
  return CACHE;
}

/** @param {string} suite */
function unpackSuite(suite) {
  console.log(`unpacking ${RUNTIMES.join(' and ')} of ${suite} into ${join(CACHE, suite)}`);
  const unfinished = mkdtempSync(join(CACHE, '.unfinished-'));
  try {
    mergeFolders(unfinished);
    withAptConfig([suite], ({ root, env }) => {
      const install = ['-q', '-y', '--download-only', '--no-install-recommends', 'install', ...RUNTIMES];
      execFileSync('apt-get', install, { env, stdio: ['ignore', 'ignore', 'inherit'] });
      const archives = join(root, 'cache/archives');
      for (const file of readdirSync(archives).filter((name) => name.endsWith('.deb'))) {
        execFileSync('dpkg', ['-x', join(archives, file), unfinished]);
      }
    });
    renameSync(unfinished, join(CACHE, suite));
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** The links that base-files would make. @param {string} tree */
function mergeFolders(tree) {
  for (const name of MERGED) {
    mkdirSync(join(tree, 'usr', name), { recursive: true });
    symlinkSync(join('usr', name), join(tree, name));
  }
}
