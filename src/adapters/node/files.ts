import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { open, readdir, realpath, stat, type FileHandle } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { UsageError } from '../../core/errors.js';
import type { Files } from '../../ports.js';
import { codeOf, messageOf } from '../thrown.js';

/** The files of this machine, so far as a policy may reach them. */
export function createFiles(): Files {
  return { readText, resolveInside, sha256, list, realPath: (folder) => realPathOf(folder) };
}

/**
 * Every link on the way is followed, and the place it leads to has to be in the folder: a regular file or a folder. Throws
 * UsageError.
 */
async function resolveInside(folder: string, path: string): Promise<string> {
  const base = await realPathOf(folder);
  const found = await realPathOf(resolve(base, path), path);
  if (found !== base && !found.startsWith(base === sep ? sep : base + sep)) {
    throw new UsageError(`${quoted(path)} leads out of ${quoted(folder)}, to ${quoted(found)}`);
  }
  const facts = await stat(found);
  if (!facts.isFile() && !facts.isDirectory()) {
    throw new UsageError(`${quoted(path)} is ${kindOf(facts)}; only files and folders can be used`);
  }
  return found;
}

async function realPathOf(path: string, written = path): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    throw unreadable(written, error);
  }
}

/** The file is opened once, never through a link, and what is checked is what was opened. Throws UsageError. */
async function readText(path: string, limit: number): Promise<string> {
  const file = await openFile(path);
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw new UsageError(`${quoted(path)} is ${kindOf(facts)}, not a file`);
    const bytes = await readUpTo(file, limit + 1);
    if (bytes.length > limit) throw new UsageError(`${quoted(path)} is larger than ${limit} bytes`);
    return decode(path, bytes);
  } finally {
    await file.close();
  }
}

/** Without O_NONBLOCK, opening a FIFO waits for somebody to write to it. */
const HOW = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, HOW);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** A file may grow while it is read, so its size is no measure. */
async function readUpTo(file: FileHandle, limit: number): Promise<Buffer> {
  const buffer = Buffer.alloc(limit);
  let filled = 0;
  while (filled < limit) {
    const { bytesRead } = await file.read(buffer, filled, limit - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

function decode(path: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UsageError(`${quoted(path)} is not UTF-8 text`, { cause: error });
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

async function list(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') throw new UsageError(`${quoted(folder)} is not a folder`, { cause: error });
    throw unreadable(folder, error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist: a part of its path is a file',
  EACCES: 'cannot be read: permission denied',
  ELOOP: 'is a symbolic link, or one that leads in a circle',
  ENXIO: 'is a socket or a device, not a file',
  ENAMETOOLONG: 'does not exist: the path is too long',
  ERR_INVALID_ARG_VALUE: 'is no path: it holds a NUL character',
};

function unreadable(path: string, error: unknown): UsageError {
  const reason = REASONS[codeOf(error)] ?? `cannot be read: ${messageOf(error)}`;
  return new UsageError(`${quoted(path)} ${reason}`, { cause: error });
}

function quoted(path: string): string {
  return JSON.stringify(path);
}

function kindOf(facts: Stats): string {
  if (facts.isDirectory()) return 'a folder';
  if (facts.isFIFO()) return 'a named pipe';
  if (facts.isSocket()) return 'a socket';
  return facts.isBlockDevice() || facts.isCharacterDevice() ? 'a device' : 'no regular file';
}
