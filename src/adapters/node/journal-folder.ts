import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '../../core/errors.js';
import { codeOf, messageOf } from '../thrown.js';

/** Texts kept in a folder, one file a name; `name` is safe in a path. */
export interface JournalFolder {
  /** The text of a name and those of its shards; none when there is no file. */
  read(name: string): Promise<readonly string[]>;
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** The end of the names of files that hold an unfinished search. */
const SUFFIX = '.minimize-state.json';

/** A journal in a folder, which is made when missing. A text is there as a whole or not at all, whatever ends the program. */
export function journalFolder(folder: string): JournalFolder {
  const pathOf = (name: string): string => join(folder, `${name}${SUFFIX}`);
  return {
    read: async (name) =>
      Promise.all((await filesOf(folder, name)).map((file) => readFile(join(folder, file), 'utf8'))).catch(unreadable),
    write: async (name, text) => {
      try {
        await mkdir(folder, { recursive: true });
        await replace(pathOf(name), text);
      } catch (error) {
        const reason = messageOf(error);
        throw new EnvironmentError(`what was proven could not be kept: ${reason}`, 'Make room in the report folder.');
      }
    },
    remove: async (name) => {
      const files = await filesOf(folder, name);
      await Promise.all(files.map((file) => rm(join(folder, file), { force: true })));
    },
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

/** The file of a name and `name.2-of-5` of its shards, in order. */
async function filesOf(folder: string, name: string): Promise<readonly string[]> {
  const files = await readdir(folder).catch((error: unknown) => (codeOf(error) === 'ENOENT' ? [] : unreadable(error)));
  return files
    .filter((file) => file.startsWith(name) && file.endsWith(SUFFIX))
    .filter((file) => /^(\.\d+-of-\d+)?$/.test(file.slice(name.length, -SUFFIX.length)))
    .sort();
}

function unreadable(error: unknown): never {
  throw new EnvironmentError(
    `what an earlier run kept cannot be read: ${messageOf(error)}`,
    'Remove the file, or run without --resume.',
  );
}
