import { EnvironmentError } from '../../core/errors.js';
import type { History, Incomparable, TreeComparison } from '../../ports.js';
import { findCommit } from './find-commit.js';
import { runGit, type Git, type GitCall } from './run-git.js';

/** Variables that git gets of this process: where it and its credentials are. */
const KEPT = ['PATH', 'HOME', 'XDG_CONFIG_HOME', 'SSH_AUTH_SOCK', 'SSL_CERT_FILE', 'HTTPS_PROXY', 'https_proxy'];

/** What git knows of a checkout. @param environment of this process; git gets what it needs of it */
export function createHistory(environment: Readonly<Record<string, string | undefined>>): History {
  const kept = KEPT.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const own = { ...Object.fromEntries(kept), LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
  return {
    compare: async (folder, base, signal) => {
      try {
        return await compare({ folder, environment: own, signal }, base);
      } catch (error) {
        if (error instanceof EnvironmentError) return { unknown: error.message };
        throw error;
      }
    },
  };
}

async function compare(call: Omit<GitCall, 'args'>, base: string): Promise<TreeComparison | Incomparable> {
  const top = await runGit({ ...call, args: ['rev-parse', '--show-toplevel'] });
  if (top.exitCode !== 0) return { unknown: `git says: ${top.complaint}` };
  const root = top.output.replace(/\n$/, '');
  const git: Git = (...args) => runGit({ ...call, folder: root, args });
  const found = await findCommit(git, base);
  if ('unknown' in found) return found;
  const { commit } = found;
  return {
    root,
    changed: [...(await names(git, 'diff', ...DIFF, commit, '--')), ...(await names(git, 'ls-files', ...UNTRACKED))],
    uncompared: [...(await names(git, 'ls-files', ...IGNORED)), ...(await trustedFiles(git))],
    textAt: async (path) => {
      const { exitCode, output } = await git('cat-file', 'blob', `${commit}:${path}`);
      return exitCode === 0 ? output : null;
    },
  };
}

/** Commit against files: nothing that was staged, renamed, or made of several modules escapes. */
const DIFF = [
  '--name-only',
  '-z',
  '--no-relative',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=none',
];

const UNTRACKED = ['-z', '--others', '--exclude-standard'];
const IGNORED = ['-z', '--others', '--ignored', '--exclude-standard', '--directory'];

/** Files that git was told to believe unchanged, or to leave out of the checkout. */
async function trustedFiles(git: Git): Promise<readonly string[]> {
  const tagged = await names(git, 'ls-files', '-z', '-v');
  return tagged.filter((line) => /^[a-zS] /.test(line)).map((line) => line.slice(2));
}

async function names(git: Git, ...args: readonly string[]): Promise<readonly string[]> {
  const { exitCode, output, complaint } = await git(...args);
  if (exitCode !== 0)
    throw new EnvironmentError(`git ${args[0] ?? ''} says: ${complaint}`, 'Look at the checkout with git.');
  return output.split('\0').filter((name) => name !== '');
}
