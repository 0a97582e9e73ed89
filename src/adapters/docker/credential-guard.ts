import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { isIgnored } from '../../core/image/dockerignore.js';

/** How git keeps a credential: an authorization header, or a password or token in an address. */
const CREDENTIAL =
  /^\s*extraheader\s*=.*authorization|:\/\/[^/\s@:]*:[^/\s@]+@|:\/\/(?:gh[a-z]_|github_pat_|glpat-)[^/\s@]*@/im;

/** What a build sees. */
export interface BuildContext {
  /** Absolute folder. */
  readonly folder: string;
  /** Absolute file. */
  readonly dockerfile: string;
}

/**
 * Throws EnvironmentError when the context would hand a git credential to the build: `actions/checkout` leaves the job's token
 * in `.git/config`, and whatever a Dockerfile copies can be sent away.
 */
export async function refuseCredentials({ folder, dockerfile }: BuildContext): Promise<void> {
  // Only BuildKit looks at the second, and which builder runs is the CLI's choice: both have to leave the file out.
  const own = await textOf(`${dockerfile}.dockerignore`);
  const ignores = [(await textOf(join(folder, '.dockerignore'))) ?? '', ...(own === null ? [] : [own])];
  for (const file of await gitConfigurations(join(folder, '.git'))) {
    const path = relative(folder, file);
    const isSent = ignores.some((ignore) => !isIgnored(ignore, path));
    if (isSent && CREDENTIAL.test((await textOf(file)) ?? '')) throw credentialFound(path, folder);
  }
}

function credentialFound(path: string, folder: string): EnvironmentError {
  return new EnvironmentError(
    `${path} in the build context ${folder} holds a credential, which the Dockerfile could copy and send away`,
    'Add .git to .dockerignore, or check out with persist-credentials: false.',
  );
}

/** Submodules nest in one another, but not this deep. */
const DEEPEST = 8;

/** Folders of a repository that hold no configuration, and very many files. */
const SKIPPED: ReadonlySet<string> = new Set(['objects', 'refs', 'logs', 'hooks', 'lfs']);

/** The configuration of a repository and those of its submodules. */
async function gitConfigurations(folder: string, depth = DEEPEST): Promise<readonly string[]> {
  const entries = depth === 0 ? [] : await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = entries.filter(({ name }) => name === 'config').map(({ name }) => join(folder, name));
  for (const entry of entries) {
    if (!entry.isDirectory() || SKIPPED.has(entry.name)) continue;
    found.push(...(await gitConfigurations(join(folder, entry.name), depth - 1)));
  }
  return found;
}

async function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}
