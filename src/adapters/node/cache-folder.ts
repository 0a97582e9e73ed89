import { createHash, randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cache } from '../../ports.js';

/** The largest entry, and how much and how many are kept; the oldest go first. */
const LARGEST = 4 << 20;
const ALL_BYTES = 64 << 20;
const ALL_ENTRIES = 512;

/** The end of an entry's name. */
const SUFFIX = '.kept';

/**
 * Texts in a folder of this user's own, each in a file with its SHA-256 in the first line. A file that is a link, another user's,
 * writable by others, cut short or changed is not read, and is replaced when its key is kept again. Trouble is never an error:
 * then nothing is kept.
 * @param reader names the program that made the texts: what another one kept is not read
 */
export function cacheFolder(folder: string, reader: string): Cache {
  const pathOf = (key: string): string => join(folder, `${sha256(`${reader}\n${key}`)}${SUFFIX}`);
  return {
    read: async (key) => {
      try {
        return (await isOwnFolder(folder)) ? await entryAt(pathOf(key)) : null;
      } catch {
        return null;
      }
    },
    keep: async (key, text) => {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        if (!(await isOwnFolder(folder)) || text.length > LARGEST) return;
        await writeEntry(pathOf(key), text);
        await removeOldest(folder);
      } catch {
        // The next run reads the image again.
      }
    },
  };
}

function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

async function isOwnFolder(folder: string): Promise<boolean> {
  const facts = await lstat(folder);
  return facts.isDirectory() && isOwn(facts);
}

const OTHERS_WRITE = 0o022;

function isOwn({ uid, mode }: Stats): boolean {
  return uid === process.geteuid?.() && (mode & OTHERS_WRITE) === 0;
}

/** Without O_NONBLOCK, opening a FIFO waits for somebody to write to it. */
const HOW = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

async function entryAt(path: string): Promise<string | null> {
  const file = await open(path, HOW);
  try {
    const facts = await file.stat();
    if (!facts.isFile() || facts.nlink !== 1 || !isOwn(facts) || facts.size > LARGEST + DIGEST + 1) return null;
    const bytes = await file.readFile();
    const text = bytes.subarray(DIGEST + 1);
    return bytes.subarray(0, DIGEST + 1).toString('latin1') === `${sha256(text)}\n` ? text.toString('utf8') : null;
  } finally {
    await file.close();
  }
}

/** Characters of a SHA-256. */
const DIGEST = 64;

async function writeEntry(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, `${sha256(text)}\n${text}`, { flag: 'wx', mode: 0o600 });
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Drafts that a killed program left count and go like entries. */
async function removeOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.includes(SUFFIX));
  const entries = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), facts: await stat(join(folder, name)).catch(() => null) })),
  );
  const newestFirst = entries
    .flatMap(({ path, facts }) => (facts === null ? [] : [{ path, size: facts.size, time: facts.mtimeMs }]))
    .sort((a, b) => b.time - a.time);
  let bytes = 0;
  for (const [place, { path, size }] of newestFirst.entries()) {
    bytes += size;
    if (place >= ALL_ENTRIES || bytes > ALL_BYTES) await rm(path, { force: true });
  }
}
