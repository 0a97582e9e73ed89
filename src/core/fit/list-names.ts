/** Names in one phrase: `a`, `a and b`, `a, b and 3 more`. At most `limit` are named. */
export function listNames(names: readonly string[], limit = 6): string {
  const shown = names.length > limit ? names.slice(0, limit) : names.slice(0, -1);
  const rest = names.length - shown.length;
  const last = rest > 1 ? `${rest} more` : (names.at(-1) ?? '');
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** `1 call`, `3 calls`. */
export function countOf(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
