import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file to write: `name` is a plain file name that we chose. */
export interface OutputFile {
  readonly name: string;
  readonly text: string;
}

/** Writes files into a folder, which is made when missing. Gives one sentence for each that could not be written. */
export async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { name, text } of files) {
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, name), text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(`${join(folder, name)} could not be written: ${reason}`);
    }
  }
  return problems;
}
