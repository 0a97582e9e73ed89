import type { Incomparable } from '../../ports.js';
import type { Git } from './run-git.js';

/** The commit that a name stands for, which is fetched from `origin` where it is not there. */
export async function findCommit(git: Git, base: string): Promise<{ readonly commit: string } | Incomparable> {
  if (base.startsWith('-')) return { unknown: `${base} is no name of a commit` };
  const known = await commitOf(git, base);
  if (known !== null) return { commit: known };
  const trouble = await fetchTrouble(git, base);
  const fetched = trouble === null ? await commitOf(git, 'FETCH_HEAD') : null;
  if (fetched !== null) return { commit: fetched };
  return { unknown: `${base} is not in this clone and could not be fetched (${trouble ?? 'it is no commit'})` };
}

async function commitOf(git: Git, name: string): Promise<string | null> {
  const { exitCode, output } = await git('rev-parse', '--verify', '--quiet', `${name}^{commit}`);
  return exitCode === 0 ? output.trim() : null;
}

/** What a remote is asked for: a branch, a tag or a commit, not a way to one or a place to put it. */
const FETCHABLE = /^[\w][\w./-]*$/;

/** `null` when it worked. Only a clone that is shallow already is given no more than the files of the commit. */
async function fetchTrouble(git: Git, base: string): Promise<string | null> {
  const name = base.replace(/^(refs\/remotes\/)?origin\//, '');
  if (!FETCHABLE.test(name)) return 'it is no name that a remote knows';
  const shallow = (await git('rev-parse', '--is-shallow-repository')).output.trim() === 'true';
  const options = ['--quiet', '--no-tags', '--no-recurse-submodules', ...(shallow ? ['--depth=1'] : [])];
  const { exitCode, complaint } = await git('fetch', ...options, 'origin', name);
  return exitCode === 0 ? null : complaint;
}
