/** The text in double quotes with its control characters escaped, cut to so many characters. */
export function quote(text: string, limit = 60): string {
  return JSON.stringify(cut(text, limit));
}

/** At most so many characters of a text, an ellipsis standing for the rest. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A value of a YAML or JSON file as a message shows it: short values as written, others by what they are. */
export function show(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return Object.keys(value).length === 0 ? 'an empty map' : 'a map';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'something else';
}
