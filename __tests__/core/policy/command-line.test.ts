import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitCommandLine } from '../../../src/core/policy/command-line.js';

/** What go-shellwords, which Compose uses, gives for the same texts. */
const SPLIT: readonly (readonly [string, readonly string[]])[] = [
  ['nginx -g "daemon off;"', ['nginx', '-g', 'daemon off;']],
  ["nginx -g 'daemon off;'", ['nginx', '-g', 'daemon off;']],
  ['  a\t b \n', ['a', 'b']],
  ['a\\ b c', ['a b', 'c']],
  ['a"b c"d', ['ab cd']],
  ['"" \'\'', ['', '']],
  ['"a\\"b" \'a\\b\'', ['a"b', 'a\\b']],
  ['a\\tb "c\\nd"', ['a\tb', 'c\nd']],
  ['echo $HOME "${X}"', ['echo', '$HOME', '${X}']],
  ['echo "a | b"', ['echo', 'a | b']],
  ['a\u00a0b', ['a\u00a0b']],
];

describe('a command line', () => {
  it.each(SPLIT)('%j is split as Compose splits it', (text, words) => {
    expect(splitCommandLine(text)).toEqual({ value: words });
  });

  it.each(['a | b', 'a; b', 'a && b', 'a > b', 'a < b', 'a `b`', 'a $(b)', '(a)'])('%j needs a shell', (text) => {
    expect(splitCommandLine(text)).toMatchObject({ mistake: { message: expect.stringContaining('needs a shell') } });
  });

  it.each(['a "b', "a 'b", 'a \\', 'a "b\\'])('%j is unfinished', (text) => {
    expect(splitCommandLine(text)).toMatchObject({ mistake: { message: expect.stringContaining('ends inside') } });
  });

  it('gives back any words that are quoted', () => {
    const quoted = (word: string): string => `'${word.replaceAll("'", `'"'"'`)}'`;
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        expect(splitCommandLine(words.map(quoted).join(' '))).toEqual({ value: words });
      }),
    );
  });

  it('is words or a mistake for any text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab \t"'\\|;$(`]{0,30}$/), (text) => {
        const parsed = splitCommandLine(text);
        expect('value' in parsed ? parsed.value.length <= text.length : parsed.mistake.advice !== '').toBe(true);
      }),
    );
  });
});
