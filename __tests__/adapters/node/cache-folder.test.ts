import {
  chmodSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cacheFolder } from '../../../src/adapters/node/cache-folder.js';

let base = '';
let folder = '';

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'tightfit-cache-'));
  folder = join(base, 'cache');
});

afterEach(() => {
  rmSync(base, { recursive: true });
});

function entries(): readonly string[] {
  return readdirSync(folder).map((name) => join(folder, name));
}

function onlyEntry(): string {
  const [path = '', ...others] = entries();
  expect(others).toEqual([]);
  return path;
}

describe('a cache folder', () => {
  test('gives back what was kept under a key by the same program', async () => {
    const cache = cacheFolder(folder, 'one');
    expect(await cache.read('a')).toBeNull();
    await cache.keep('a', 'text of ä');
    expect(await cache.read('a')).toBe('text of ä');
    expect(await cache.read('b')).toBeNull();
    expect(await cacheFolder(folder, 'another').read('a')).toBeNull();
  });

  test('is for its owner alone', async () => {
    await cacheFolder(folder, 'one').keep('a', 'text');
    expect([folder, onlyEntry()].map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual(['700', '600']);
  });

  test.each<[string, (path: string) => void]>([
    [
      'changed',
      (path) => {
        writeFileSync(path, `${readFileSync(path, 'utf8')} `);
      },
    ],
    [
      'cut short',
      (path) => {
        writeFileSync(path, readFileSync(path, 'utf8').slice(0, -1));
      },
    ],
    [
      'empty',
      (path) => {
        writeFileSync(path, '');
      },
    ],
    [
      'a link',
      (path) => {
        linkAway(path);
      },
    ],
    [
      'known by a second name',
      (path) => {
        linkSync(path, join(base, 'second'));
      },
    ],
    [
      'writable by others',
      (path) => {
        chmodSync(path, 0o666);
      },
    ],
  ])('does not believe an entry that is %s, and replaces it', async (_, spoil) => {
    const cache = cacheFolder(folder, 'one');
    await cache.keep('a', 'text');
    const path = onlyEntry();
    spoil(path);
    expect(await cache.read('a')).toBeNull();
    await cache.keep('a', 'new text');
    expect(await cache.read('a')).toBe('new text');
    expect(onlyEntry()).toBe(path);
  });

  test('that others can write to, or that is a link, is not used', async () => {
    const cache = cacheFolder(folder, 'one');
    await cache.keep('a', 'text');
    symlinkSync(folder, join(base, 'link'));
    expect(await cacheFolder(join(base, 'link'), 'one').read('a')).toBeNull();
    chmodSync(folder, 0o777);
    expect(await cache.read('a')).toBeNull();
    await cache.keep('b', 'text');
    expect(entries()).toHaveLength(1);
  });

  test('that cannot be made keeps nothing and is no error', async () => {
    writeFileSync(folder, 'a file');
    const cache = cacheFolder(folder, 'one');
    await cache.keep('a', 'text');
    expect(await cache.read('a')).toBeNull();
  });

  test('keeps at most 64 MiB: the oldest goes first', async () => {
    const cache = cacheFolder(folder, 'one');
    const large = 'x'.repeat(4 << 20);
    for (let nth = 0; nth < 16; nth++) {
      const before = new Set(nth === 0 ? [] : entries());
      await cache.keep(`${nth}`, large);
      for (const path of entries()) if (!before.has(path)) utimesSync(path, nth, nth);
    }
    expect(await cache.read('0')).toBeNull();
    expect(await cache.read('1')).toBe(large);
    expect(await cache.read('15')).toBe(large);
  });

  test('keeps no text above 4 MiB', async () => {
    const cache = cacheFolder(folder, 'one');
    await cache.keep('a', 'x'.repeat((4 << 20) + 1));
    expect(await cache.read('a')).toBeNull();
  });
});

function linkAway(path: string): void {
  const elsewhere = join(base, 'elsewhere');
  writeFileSync(elsewhere, readFileSync(path));
  rmSync(path);
  symlinkSync(elsewhere, path);
}
