/** What the variables at one place of a Dockerfile are; `null` for a name that only the base image may know. */
export type Lookup = (name: string) => string | null;

const LONGEST = 4096;

/**
 * A Dockerfile word with its quotes removed and its variables replaced, `null` when that cannot be told from the file.
 * Knows `$name`, `${name}`, `${name:-word}` and `${name:+word}`; longer results than 4096 characters are not told.
 * Source: https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function expand(word: string, lookup: Lookup): string | null {
  let result = '';
  for (const part of word.matchAll(PART)) {
    const text = replace(part, lookup);
    if (text === null || result.length + text.length > LONGEST) return null;
    result += text;
  }
  return result;
}

/** In turn: 'literal', an escaped character, a quote, ${name:operator word}, $name, any character. */
const PART = /'([^']*)'|\\([\s\S])|(")|\$\{(\w+)(?::([-+])([^{}]*))?\}|\$(\w+)|([\s\S])/g;

function replace(part: RegExpMatchArray, lookup: Lookup): string | null {
  const [, literal, escaped, quote, name, operator, word, bare, other] = part;
  if (quote !== undefined) return '';
  if (bare !== undefined) return lookup(bare);
  if (name === undefined) return literal ?? escaped ?? other ?? '';
  const value = lookup(name);
  if (operator === undefined || value === null) return value;
  const substitutes = operator === '-' ? value === '' : value !== '';
  if (substitutes) return expand(word ?? '', lookup);
  return operator === '-' ? value : '';
}
