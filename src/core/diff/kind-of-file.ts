import type { Comparable } from './comparison.js';
import { jsonOrNull } from '../json-or-null.js';

/** What a file is by its content: a profile and a result are JSON with keys of their own, all else is a policy or a mistake in one. */
export function kindOfFile(file: string, text: string): Comparable['kind'] {
  const value = jsonOrNull(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return file.endsWith('.json') ? 'profile' : 'policy';
  }
  if ('tool' in value || 'verdict' in value || 'findings' in value) return 'result';
  return 'services' in value ? 'policy' : 'profile';
}
