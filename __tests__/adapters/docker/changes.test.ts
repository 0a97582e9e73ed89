import { expect, it } from '@jest/globals';
import { isFolderStat, readChanges } from '../../../src/adapters/docker/changes.js';

it('reads the changes an engine tells, sorted, and nothing of others', () => {
  const answer = [
    { Path: '/run/a.pid', Kind: 1 },
    { Path: '/run', Kind: 0 },
    { Path: '/tmp/x', Kind: 2 },
    { Path: 'relative', Kind: 1 },
    { Path: '/odd', Kind: 7 },
    null,
  ];
  expect(readChanges(answer)).toEqual([
    { path: '/run', kind: 'modified' },
    { path: '/run/a.pid', kind: 'added' },
    { path: '/tmp/x', kind: 'deleted' },
  ]);
  expect(readChanges(null)).toEqual([]);
});

it("tells a folder by Go's mode", () => {
  const header = (mode: number): string => Buffer.from(JSON.stringify({ name: 'a', mode })).toString('base64');
  expect(isFolderStat(header(2_147_484_141))).toBe(true);
  expect(isFolderStat(header(420))).toBe(false);
  expect(isFolderStat('?')).toBe(false);
});
