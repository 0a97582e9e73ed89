/** An absolute path relative to an absolute folder, with `.`, `..` and doubled slashes worked out; `null` when it is not in it. */
export function pathWithin(folder: string, path: string): string | null {
  const base = partsOf(folder);
  const parts = partsOf(path);
  return base.every((part, place) => parts[place] === part) ? parts.slice(base.length).join('/') : null;
}

function partsOf(path: string): readonly string[] {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts;
}
