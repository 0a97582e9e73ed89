import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { shellWord } from '../../src/core/shell-word.js';

const WORDS = [
  '',
  '--cap-drop=ALL',
  'a b',
  "it's",
  '$(touch x)',
  '`id`',
  '"',
  '\\',
  '~',
  '*',
  '#',
  '!',
  'a\nb',
  'é',
  '-e',
  '=a',
  ';&|<>',
];

describe('a word for a shell', () => {
  it('is left as it is when a shell takes it literally', () => {
    expect(shellWord('--security-opt=seccomp=./web.used.json')).toBe('--security-opt=seccomp=./web.used.json');
    expect(shellWord("it's")).toBe(String.raw`'it'\''s'`);
  });

  it('reaches a program as it was', () => {
    const line = `printf '%s\\0' ${WORDS.map(shellWord).join(' ')}`;
    expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(WORDS);
  });
});
