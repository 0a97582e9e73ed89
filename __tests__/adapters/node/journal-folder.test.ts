import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { journalFolder } from '../../../src/adapters/node/journal-folder.js';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tightfit-journal-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

test('a text is read back, and nothing where nothing was written', async () => {
  const journal = journalFolder(join(root, 'out'));
  expect(await journal.read('web')).toEqual([]);
  await journal.write('web', 'one');
  await journal.write('web', 'two');
  expect(await journal.read('web')).toEqual(['two']);
});

test('of a service the texts of its shards are read, of a shard its own, of another service none', async () => {
  const journal = journalFolder(root);
  await journal.write('web.1-of-2', 'one');
  await journal.write('web.2-of-2', 'two');
  await journal.write('web.api', 'another service');
  await journal.write('webs', 'another too');
  expect(await journal.read('web')).toEqual(['one', 'two']);
  expect(await journal.read('web.2-of-2')).toEqual(['two']);
  expect(await journal.read('web.api')).toEqual(['another service']);
});

test('what is finished leaves nothing of it and its shards, and everything else', async () => {
  const journal = journalFolder(root);
  for (const name of ['web', 'web.1-of-2', 'webs']) await journal.write(name, 'text');
  writeFileSync(join(root, 'web.needed.json'), '');
  await journal.remove('web');
  expect(readdirSync(root).sort()).toEqual(['web.needed.json', 'webs.minimize-state.json']);
});

test('a file that cannot be read is named as the reason', async () => {
  writeFileSync(join(root, 'folder'), '');
  await expect(journalFolder(join(root, 'folder')).read('web')).rejects.toThrow('cannot be read');
});
