import { readFileSync, readlinkSync } from 'node:fs';

/** A file's text; empty when it cannot be read, as when a process is gone. */
export function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** What a symbolic link says; empty when it cannot be read. */
export function linkOrNothing(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
