import { quote } from '../excerpt.js';
import { refused, type Parsed } from './mistake.js';

/**
 * A path as written, when it stays inside the policy's folder by its letters. Symbolic links are followed, and refused when
 * they lead out, where the file is opened.
 */
export function insideFolder(path: string): Parsed<string> {
  if (/^[a-z][a-z0-9+.-]*:\/\/|^git@/i.test(path)) {
    return refused(`${quote(path)} is an address; everything a run uses is in the policy's folder`, RELATIVE);
  }
  if (path.startsWith('/')) {
    return refused(`${quote(path)} is an absolute path; a policy reaches its own folder only`, RELATIVE);
  }
  if (path.startsWith('~')) {
    return refused(`${quote(path)} is in a home folder; a policy reaches its own folder only`, RELATIVE);
  }
  if (leadsOut(path)) {
    return refused(`${quote(path)} leads out of the policy's folder`, 'Move the file there, or the policy up.');
  }
  return { value: path };
}

const RELATIVE = "Write a path relative to the policy's folder.";

/** The names along a relative path, without `.` and with `..` taken back; `null` when it leads out of where it starts. */
export function foldersOf(path: string): readonly string[] | null {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return null;
  }
  return names;
}

function leadsOut(path: string): boolean {
  return foldersOf(path) === null;
}
