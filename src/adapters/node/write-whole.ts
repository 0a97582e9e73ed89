import { link, rename, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { UsageError } from '../../core/errors.js';
import { codeOf, messageOf } from '../thrown.js';
import type { OutputFile } from './write-files.js';

/** Whether files that are there are replaced. */
export interface Replacing {
  readonly replace: boolean;
}

/**
 * Writes files into a folder, each whole or not at all. Without `replace` a file that is there stays, and none is written. Gives the
 * paths; throws UsageError.
 */
export async function writeWhole(
  folder: string,
  files: readonly OutputFile[],
  { replace }: Replacing,
): Promise<readonly string[]> {
  const drafts = files.map(({ name, text }) => ({
    path: join(folder, name),
    draft: join(folder, `.${name}.${randomUUID()}`),
    text,
  }));
  const placed: string[] = [];
  try {
    for (const { draft, text } of drafts) await writeFile(draft, text, { flag: 'wx' });
    for (const { path, draft } of drafts) {
      // A link, unlike a rename, fails where something already stands.
      await (replace ? rename(draft, path) : link(draft, path));
      placed.push(path);
    }
    return placed;
  } catch (error) {
    if (!replace) await removeAll(placed);
    const state = replace && placed.length > 0 ? `only ${placed.join(', ')} was replaced` : 'nothing was written';
    throw new UsageError(`${state}: ${reasonOf(error, folder)}`, { cause: error });
  } finally {
    await removeAll(drafts.map(({ draft }) => draft));
  }
}

async function removeAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true });
}

function reasonOf(error: unknown, folder: string): string {
  switch (codeOf(error)) {
    case 'EEXIST':
      return 'a file of that name came up meanwhile; use --force to replace it';
    case 'EACCES':
    case 'EPERM':
      return `no permission to write into ${JSON.stringify(folder)}`;
    case 'EROFS':
      return `${JSON.stringify(folder)} is read-only`;
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return messageOf(error);
  }
}
