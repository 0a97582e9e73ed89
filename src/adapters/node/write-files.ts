import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file to write: `name` is a plain file name that we chose. */
export interface OutputFile {
  readonly name: string;
  readonly text: string;
}

/** What became of files to write. */
export interface WrittenFiles {
  /** Names of those that are there now. */
  readonly written: readonly string[];
  /** One sentence for each that is not. */
  readonly problems: readonly string[];
}

/** Writes files into a folder, which is made when missing. One that cannot be written keeps no other from it. */
export async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<WrittenFiles> {
  const written: string[] = [];
  const problems: string[] = [];
  for (const { name, text } of files) {
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, name), text);
      written.push(name);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(`${join(folder, name)} could not be written: ${reason}`);
    }
  }
  return { written, problems };
}
