import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, lastLines } from '../setup/command.mjs';
import { SetupFailure } from '../setup/failure.mjs';
import { PAUSE, SUCCEED } from './program.mjs';

/** A mirror may be older than its own date of expiry; the packages are signed all the same. */
const OPTIONS = ['--aptopt=Acquire::Check-Valid-Until "false"', '--quiet'];

/**
 * Unpacks a suite's runc and crun with the libraries they are linked with.
 * @param {string} suite
 * @param {string} folder that does not exist yet
 * @throws {SetupFailure} where the packages cannot be fetched
 */
export async function fetchTree(suite, folder) {
  const words = ['--variant=extract', '--include=base-files,runc,crun', ...OPTIONS, suite, folder];
  const { code, stderr } = await capture('mmdebstrap', words);
  if (code !== 0) throw new SetupFailure(`mmdebstrap of ${suite} ended with ${code}:\n${lastLines(stderr, 10)}`);
}

/** The root filesystem of every container: two programs and where the runtime mounts. @param {string} folder */
export function makeRootfs(folder) {
  for (const name of ['proc', 'dev', 'sys', 'etc']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'pause'), PAUSE, { mode: 0o755 });
  writeFileSync(join(folder, 'succeed'), SUCCEED, { mode: 0o755 });
  writeFileSync(join(folder, 'etc/passwd'), 'root:x:0:0::/:/pause\n');
  writeFileSync(join(folder, 'etc/group'), 'root:x:0:\n');
}

/** The version of the libseccomp that a tree's runtimes load. @param {string} tree */
export function libseccompOf(tree) {
  const libraries = ['usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu'].flatMap((folder) =>
    filesIn(join(tree, folder)),
  );
  const [version] = libraries.flatMap((name) => /^libseccomp\.so\.(\d+\.\d+\.\d+)$/.exec(name)?.[1] ?? []);
  if (version === undefined) throw new SetupFailure(`${tree} has no libseccomp`);
  return version;
}

/** @param {string} folder */
function filesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
