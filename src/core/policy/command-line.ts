import { quote } from '../excerpt.js';
import { refused, type Parsed } from './mistake.js';

const AS_LIST = 'Write a list of words; for a shell: [sh, -c, "…"].';

/**
 * The words of a command written as one text, split as Compose splits them: at white space, with quotes and backslashes.
 * What only a shell understands is a mistake, where Compose drops it and all that follows.
 * Source: https://github.com/mattn/go-shellwords/blob/v1.0.12/shellwords.go
 */
export function splitCommandLine(text: string): Parsed<readonly string[]> {
  const words: string[] = [];
  let word: string | null = null;
  let rest = text;
  while (rest !== '') {
    const token = nextToken(rest);
    if (token === null) return unfinished(text);
    if ('operator' in token) {
      return refused(`the command ${quote(text)} needs a shell for ${quote(token.operator)}`, AS_LIST);
    }
    rest = rest.slice(token.length);
    if (token.content === null) {
      if (word !== null) words.push(word);
      word = null;
    } else {
      word = (word ?? '') + token.content;
    }
  }
  return { value: word === null ? words : [...words, word] };
}

/** A piece of a word, white space (`content` null), or a character with a meaning to shells only. */
type Token = { readonly length: number; readonly content: string | null } | { readonly operator: string };

function nextToken(rest: string): Token | null {
  const first = rest.charAt(0);
  if (/[ \t\r\n]/.test(first)) return { length: /^[ \t\r\n]+/.exec(rest)?.[0].length ?? 1, content: null };
  if (first === "'") return singleQuoted(rest);
  if (first === '"') return doubleQuoted(rest);
  if (first === '\\') return rest.length > 1 ? { length: 2, content: unescaped(rest.charAt(1)) } : null;
  if (/[;&|<>()`]/.test(first)) return { operator: first };
  const plain = /^[^ \t\r\n'"\\;&|<>()`]+/.exec(rest)?.[0] ?? first;
  return { length: plain.length, content: plain };
}

function singleQuoted(rest: string): Token | null {
  const end = rest.indexOf("'", 1);
  return end === -1 ? null : { length: end + 1, content: rest.slice(1, end) };
}

function doubleQuoted(rest: string): Token | null {
  let content = '';
  for (let index = 1; index < rest.length; index++) {
    const character = rest.charAt(index);
    if (character === '"') return { length: index + 1, content };
    content += character === '\\' ? unescaped(rest.charAt(++index)) : character;
  }
  return null;
}

function unescaped(character: string): string {
  return { t: '\t', n: '\n' }[character] ?? character;
}

function unfinished(text: string): Parsed<never> {
  return refused(`the command ${quote(text)} ends inside a quote or after a backslash`, AS_LIST);
}
