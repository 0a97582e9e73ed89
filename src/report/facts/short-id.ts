/** An image's id as the engine's own listings show it, with twelve digits; any other text as it is. */
export function shortId(text: string): string {
  return /^sha256:[0-9a-f]{64}$/u.test(text) ? text.slice(0, 19) : text;
}
