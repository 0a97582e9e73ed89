/** What is shown in the place of a secret. */
const MASK = '***';

/** Shorter lines of a secret with longer ones are no secret by themselves: `{`, `==`. */
const SHORTEST = 3;

/** Gives what takes the values of these secrets, and every line of them, out of a line of text. */
export function masked(secrets: readonly string[]): (line: string) => string {
  const parts = [...new Set(secrets.flatMap(partsOf))].sort((one, other) => other.length - one.length);
  return (line) => parts.reduce((text, part) => text.replaceAll(part, MASK), line);
}

function partsOf(secret: string): readonly string[] {
  const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
  const long = lines.filter(({ length }) => length >= SHORTEST);
  return long.length > 0 ? long : lines.filter((line) => line !== '');
}
