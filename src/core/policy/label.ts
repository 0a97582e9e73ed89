import type { Path } from './plain.js';

/** What a message calls the place at a path: its last key with the positions after it, `cap_add[1]`. */
export function labelOf(path: Path): string {
  const last = path.findLastIndex((key) => !isPosition(key));
  if (last === -1) return 'the policy';
  const positions = path.slice(last + 1).map((position) => `[${position}]`);
  const name = String(path[last]);
  return path.length === 2 && path[0] === 'services' ? `the service ${name}` : `${name}${positions.join('')}`;
}

function isPosition(key: string | number): boolean {
  return typeof key === 'number' || /^\d+$/.test(key);
}
