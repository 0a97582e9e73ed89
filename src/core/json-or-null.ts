/** The value that a JSON text stands for; `null` for any other text, as for JSON's own null. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
