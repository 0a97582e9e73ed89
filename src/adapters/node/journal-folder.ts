import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';

/** Texts kept in a folder, one file a name; `name` is safe in a path. */
export interface JournalFolder {
  read(name: string): Promise<string | null>;
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** The end of the names of files that hold an unfinished search. */
const SUFFIX = '.minimize-state.json';

/** A journal in a folder, which is made when missing. A text is there as a whole or not at all, whatever ends the program. */
export function journalFolder(folder: string): JournalFolder {
  const pathOf = (name: string): string => join(folder, `${name}${SUFFIX}`);
  return {
    read: (name) => readFile(pathOf(name), 'utf8').catch(nullIfMissing),
    write: async (name, text) => {
      try {
        await mkdir(folder, { recursive: true });
        await replace(pathOf(name), text);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new EnvironmentError(`what was proven could not be kept: ${reason}`, 'Make room in the report folder.');
      }
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  };
}

async function replace(path: string, text: string): Promise<void> {
  const fresh = `${path}.new`;
  const file = await open(fresh, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(fresh, path);
}

function nullIfMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  const reason = error instanceof Error ? error.message : String(error);
  throw new EnvironmentError(
    `what an earlier run kept cannot be read: ${reason}`,
    'Remove the file, or run without --resume.',
  );
}
