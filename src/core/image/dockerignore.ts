import { RE2JS } from 're2js';

/**
 * Whether a `.dockerignore` leaves a file out of the build context: the last pattern that fits decides, and a pattern that fits a
 * folder fits what is in it. A pattern that cannot be read never leaves a file out.
 * Source: https://github.com/moby/patternmatcher/blob/v0.6.0/patternmatcher.go
 * @param path relative to the context, with `/`
 */
export function isIgnored(dockerignore: string, path: string): boolean {
  const names = path.split('/');
  const prefixes = names.map((_, index) => names.slice(0, index + 1).join('/'));
  let ignored = false;
  for (const line of dockerignore.replace(/^\uFEFF/, '').split('\n')) {
    const written = line.trim();
    if (written === '' || written.startsWith('#')) continue;
    const negated = written.startsWith('!');
    const pattern = compile(cleaned(negated ? written.slice(1).trim() : written));
    const fits = pattern === null ? negated : prefixes.some((prefix) => pattern.matches(prefix));
    if (fits) ignored = !negated;
  }
  return ignored;
}

/** As Go's filepath.Clean does, and without a slash at the start. */
function cleaned(pattern: string): string {
  const parts: string[] = [];
  for (const part of pattern.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** `null` for a pattern that cannot be read. */
function compile(pattern: string): RE2JS | null {
  const tokens = pattern.match(/\*\*\/?|\\.|\[(?:\\.|[^\]\\])+\]|[^]/gu) ?? [];
  try {
    return RE2JS.compile(tokens.map(sourceOf).join(''), RE2JS.DOTALL);
  } catch {
    return null;
  }
}

function sourceOf(token: string): string {
  if (token === '**/') return '(?:.*/)?';
  if (token === '**') return '.*';
  if (token === '*') return '[^/]*';
  if (token === '?') return '[^/]';
  if (token.length > 1 && token.startsWith('[')) return token;
  return RE2JS.quote(token.length > 1 && token.startsWith('\\') ? token.slice(1) : token);
}
