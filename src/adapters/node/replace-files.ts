import { randomUUID } from 'node:crypto';
import { chown, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../../core/errors.js';
import { messageOf } from '../thrown.js';

/** A file that is to hold another text. */
export interface Replacement {
  readonly path: string;
  /** What it holds now: with anything else in it, it is left alone. */
  readonly before: string;
  readonly after: string;
}

/**
 * Gives files another content, each in one step: whoever reads one sees the old text or the new. Nothing is replaced before
 * everything has been written beside its place. Throws UsageError when a file has changed or cannot be written.
 */
export async function replaceFiles(replacements: readonly Replacement[]): Promise<void> {
  const written: { readonly temporary: string; readonly path: string }[] = [];
  try {
    for (const replacement of replacements) {
      const temporary = join(dirname(replacement.path), `.${basename(replacement.path)}.${randomUUID()}`);
      written.push({ temporary, path: replacement.path });
      await writeBeside(temporary, replacement);
    }
    for (const { path, before } of replacements) await expectUnchanged(path, before);
    for (const { temporary, path } of written) await rename(temporary, path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`a file could not be written: ${messageOf(error)}`, { cause: error });
  } finally {
    for (const { temporary } of written) await rm(temporary, { force: true });
  }
}

async function writeBeside(temporary: string, { path, after }: Replacement): Promise<void> {
  const facts = await stat(path);
  const file = await open(temporary, 'wx', facts.mode);
  try {
    await file.writeFile(after);
    await file.chmod(facts.mode);
    await file.sync();
  } finally {
    await file.close();
  }
  if (process.getuid?.() === 0) await chown(temporary, facts.uid, facts.gid);
}

async function expectUnchanged(path: string, before: string): Promise<void> {
  if ((await readFile(path, 'utf8')) === before) return;
  throw new UsageError(
    `${JSON.stringify(path)} has changed in the meantime and was left alone. Run the command again.`,
  );
}
