/**
 * The keys a JSON pointer names, outermost first; `null` when the text is no pointer.
 * Source: https://www.rfc-editor.org/rfc/rfc6901
 */
export function parsePointer(text: string): readonly string[] | null {
  if (text === '') return [];
  if (!text.startsWith('/') || /~(?![01])/.test(text)) return null;
  return text
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer that names these keys, list positions as numbers. */
export function formatPointer(keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The value a pointer's keys lead to in a parsed JSON text; `null` when there is none. */
export function followPointer(root: unknown, keys: readonly string[]): { readonly value: unknown } | null {
  let value = root;
  for (const key of keys) {
    const next = child(value, key);
    if (next === null) return null;
    value = next.value;
  }
  return { value };
}

function child(parent: unknown, key: string): { readonly value: unknown } | null {
  if (Array.isArray(parent)) {
    const list: readonly unknown[] = parent;
    return /^(?:0|[1-9][0-9]*)$/.test(key) && Number(key) < list.length ? { value: list[Number(key)] } : null;
  }
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, key)) return null;
  return { value: (parent as Readonly<Record<string, unknown>>)[key] };
}
